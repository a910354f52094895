import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { oldestUsable } from '../../../../tools/pinned-node.mjs';
import { CannotServe } from '../serve/cannot-serve.ts';
import { loadPlan } from '../serve/load-plan.ts';
import type { ServerSettings } from '../serve/server-settings.ts';
import { serverOf } from '../serve/serving-file.ts';
import { type Finding, ok, problem } from './finding.ts';

/** Everything but the data folder: the program, its plan, its port, the clock. */
export async function examineSurroundings(settings: ServerSettings): Promise<readonly Finding[]> {
  return [
    examineProgram(process.versions.node),
    await examinePlan(settings.plan),
    await examinePort(settings),
    examineClock(settings.dataFolder, new Date()),
  ];
}

export function examineProgram(node: string): Finding {
  if (Number.parseInt(node, 10) >= oldestUsable) return ok('program', `It runs on Node ${node}.`);
  const mend = `Use Node ${oldestUsable} or later; "npm ci" brings one.`;
  return problem('program', `Node ${node} is too old.`, mend);
}

async function examinePlan(plan: string): Promise<Finding> {
  try {
    const { name, modules } = await loadPlan(plan);
    const apart = Object.keys(modules).filter((module) => modules[module].shape === 'process');
    const beside = apart.length === 0 ? 'everything in one process' : `${apart.join(', ')} beside the server`;
    return ok('plan', `The plan ${name} puts ${beside}.`);
  } catch (error) {
    if (!(error instanceof CannotServe)) throw error;
    return problem('plan', error.message, 'Name another with --plan, or mend the file.');
  }
}

async function examinePort({ host, port, dataFolder }: ServerSettings): Promise<Finding> {
  const serving = await serverOf(dataFolder);
  if (serving !== null) return examineServing(serving.url);
  if (port === 0) return ok('port', 'The server takes a free port.');
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
    server.close();
    return ok('port', `Port ${port} of ${host} is free.`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const inUse = code === 'EADDRINUSE';
    const what = inUse
      ? `Port ${port} of ${host} is in use by something else.`
      : `${host}:${port}: ${message}.`;
    return problem(
      'port',
      what,
      `Stop what uses it, or take another port or address with --port and --host.`,
    );
  }
}

/** Whether the server that says it runs on this folder answers. */
async function examineServing(url: string): Promise<Finding> {
  try {
    const { ok: answers, status } = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5000) });
    if (answers) return ok('port', `The server answers at ${url}.`);
    const mend = `Look at ${url}/health/ready, which says which part is not well.`;
    return problem('port', `The server at ${url} answers that it is not ready (${status}).`, mend);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return problem(
      'port',
      `The server at ${url} does not answer: ${why}.`,
      'Look at its log, or start it again.',
    );
  }
}

/** Nothing can have been written later than now. */
export function examineClock(dataFolder: string, now: Date): Finding {
  const mend = 'Set the clock of this machine; rides, results and links are dated by it.';
  const shown = now.toISOString().slice(0, 16).replace('T', ' ');
  const written = lastWritten(dataFolder) ?? released;
  if (now < released)
    return problem('clock', `The clock says ${shown} UTC, before this version was made.`, mend);
  if (written.getTime() > now.getTime() + toleratedMilliseconds) {
    const last = written.toISOString().slice(0, 16).replace('T', ' ');
    return problem('clock', `The clock says ${shown} UTC, but the data was last written at ${last}.`, mend);
  }
  return ok('clock', `The clock says ${shown} UTC.`);
}

/** Null where nobody can tell; whether the folder can be read is looked at with the folder. */
function lastWritten(dataFolder: string): Date | null {
  try {
    return statSync(join(dataFolder, 'piaffe.db')).mtime;
  } catch {
    return null;
  }
}

const released = new Date('2026-01-01T00:00:00Z');
const toleratedMilliseconds = 60_000;
