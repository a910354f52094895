// The process behind load.ts: takes a LoadOrder as its one argument, prints a LoadReport.
import { setTimeout } from 'node:timers/promises';
import { KeepAlive } from './keep-alive.ts';
import type { LoadOrder, LoadReport } from './load.ts';

const { url, headers, seconds, connections, perSecond } = JSON.parse(process.argv[2] ?? '') as LoadOrder;
const latencies: number[] = [];
let failed = 0;

const all = await Promise.all(Array.from({ length: connections }, () => KeepAlive.open(url, headers)));
const began = performance.now();
await (perSecond === null ? withoutPause() : atRate(perSecond));
const report: LoadReport = {
  answered: latencies.length,
  failed,
  seconds: (performance.now() - began) / 1000,
  latencies: latencies.sort((a, b) => a - b),
};
for (const connection of all) connection.close();
process.stdout.write(JSON.stringify(report));

/** Asks once; `due` is when that should have been, in ms of this process. */
async function ask(connection: KeepAlive, due: number): Promise<void> {
  if ((await connection.ask()) === 200) latencies.push(performance.now() - due);
  else failed += 1;
}

async function withoutPause(): Promise<void> {
  const until = began + seconds * 1000;
  await Promise.all(
    all.map(async (connection) => {
      while (performance.now() < until) await ask(connection, performance.now());
    }),
  );
}

/** Whatever the server does: a request whose time has come waits for a connection that is free, and its wait counts. */
async function atRate(rate: number): Promise<void> {
  const count = rate * seconds;
  let next = 0;
  await Promise.all(
    all.map(async (connection) => {
      while (next < count) {
        const due = began + (next++ * 1000) / rate;
        const early = due - performance.now();
        if (early > 0) await setTimeout(early);
        await ask(connection, due);
      }
    }),
  );
}
