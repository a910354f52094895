/**
 * What a call costs in each shape, beside what others take for the same: the same payloads, and the same compiled checks of
 * inputs and outputs where a contestant lets itself be given checks. All is timed in one run, in batches, in turns; calls are
 * made as within a request, with a deadline, a principal and a trace.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastifyAndUndici, fastifyInject, httpOverSocket } from './calls/bare-peers.ts';
import type { Contestant } from './calls/contestant.ts';
import { besideHour, printGoals } from './calls/goals.ts';
import { inRequest } from './calls/in-request.ts';
import { openPeers } from './calls/open-peers.ts';
import { openShapes } from './calls/shapes.ts';
import { type Microseconds, timeInTurns } from './calls/time-in-turns.ts';

const bytesOfAnHour = 4_320_000;

const folder = mkdtempSync(join(tmpdir(), 'piaffe-bench-calls-'));
const opened: Contestant[] = [];
try {
  await measureCalls();
} finally {
  rmSync(folder, { recursive: true });
}

async function measureCalls(): Promise<void> {
  opened.push(...(await openShapes(folder)));
  opened.push(...(await openPeers()), await fastifyInject());
  opened.push(await fastifyAndUndici(folder, 'port'), await fastifyAndUndici(folder, 'socket'));
  opened.push(await httpOverSocket(folder));

  const hour = join(folder, 'hour');
  writeFileSync(hour, Buffer.alloc(bytesOfAnHour));
  await inRequest(async () => {
    const small = await timed(({ small }) => small);
    const large = await timed(({ large }) => large);
    const hours = await timeInTurns(
      new Map(
        opened.flatMap(({ name, small: ask, hour: handOver }): [string, () => Promise<unknown>][] =>
          handOver === undefined
            ? []
            : [
                [name, () => handOver(hour)],
                [besideHour(name), ask],
              ],
        ),
      ),
    );
    printTable({ small, large, hour: hours });
    printGoals({ small, large, hour: hours });
  });
  for (const contestant of opened) await contestant[Symbol.asyncDispose]();
}

function timed(
  callOf: (contestant: Contestant) => (() => Promise<unknown>) | undefined,
): Promise<Microseconds> {
  return timeInTurns(
    new Map(
      opened.flatMap((contestant) => {
        const call = callOf(contestant);
        return call === undefined ? [] : [[contestant.name, call]];
      }),
    ),
  );
}

function printTable(columns: Readonly<Record<string, Microseconds>>): void {
  const width = Math.max(...opened.map(({ name }) => name.length));
  const heads = Object.keys(columns).map((head) => head.padStart(9));
  console.log(`${'p50 of a call, us'.padEnd(width)}${heads.join('')}`);
  for (const { name, unlike } of opened) {
    const cells = Object.values(columns).map((times) => {
      const time = times.get(name);
      return (time === undefined ? '-' : time.toFixed(time < 100 ? 2 : 0)).padStart(9);
    });
    console.log(`${name.padEnd(width)}${cells.join('')}${unlike === null ? '' : `  ${unlike}`}`);
  }
}
