import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { forJudges } from './for-judges.ts';
import type { OpenApi } from './open-api.ts';

const run = promisify(execFile);
const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** What a program makes of one change. `major`: it breaks consumers. */
export interface Finding {
  readonly operation: string;
  readonly impact: 'major' | 'minor' | 'patch';
  readonly what: string;
}

/** What `redocly diff` finds between two versions of a contract, as its experimental report says. */
export async function judgedByRedocly(base: OpenApi, revision: OpenApi): Promise<readonly Finding[]> {
  const report = await withFiles(base, revision, async (files) => {
    const args = [redocly, 'diff', ...files, '--format', 'json', '--fail-on', 'none', '--lint-config', 'off'];
    const { stdout } = await run(process.execPath, args, { env: { ...process.env, ...quiet }, ...large });
    return JSON.parse(stdout) as { changes: RedoclyChange[] };
  });
  return report.changes.map(({ path, impact, kind, property, verdicts }) => {
    const operation = path.split('/')[2]?.split('~1')[2] ?? '';
    const told = verdicts.map(({ message }) => message).join(' ');
    return { operation, impact, what: told || `${property ?? path} ${kind}` };
  });
}

interface RedoclyChange {
  readonly path: string;
  readonly impact: Finding['impact'];
  readonly kind: string;
  readonly property?: string;
  readonly verdicts: readonly { readonly message: string }[];
}

/** What `oasdiff breaking` finds; both its errors and its warnings are said to break. */
export async function judgedByOasdiff(program: string, base: OpenApi, revision: OpenApi): Promise<Finding[]> {
  const changes = await withFiles(base, revision, async (files) => {
    const { stdout } = await run(program, ['breaking', ...files, '--format', 'json'], large);
    return JSON.parse(stdout || '[]') as { path: string; text: string }[];
  });
  return changes.map(({ path, text }) => ({
    operation: path.split('/')[2] ?? '',
    impact: 'major',
    what: text,
  }));
}

/** The oasdiff program: `OASDIFF`, or the one on the path. Null where there is none. */
export async function findOasdiff(): Promise<string | null> {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'oasdiff'));
  for (const program of [process.env.OASDIFF, ...onPath]) {
    if (!program) continue;
    const starts = await run(program, ['--version']).then(
      () => true,
      () => false,
    );
    if (starts) return program;
  }
  return null;
}

const large = { maxBuffer: 256 * 1024 * 1024 };

async function withFiles<T>(
  base: OpenApi,
  revision: OpenApi,
  use: (files: string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'contracts-'));
  try {
    const files = [join(folder, 'base.json'), join(folder, 'revision.json')];
    await writeFile(files[0]!, JSON.stringify(forJudges(base)));
    await writeFile(files[1]!, JSON.stringify(forJudges(revision)));
    return await use(files);
  } finally {
    await rm(folder, { recursive: true });
  }
}
