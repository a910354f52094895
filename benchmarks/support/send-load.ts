// The process behind load.ts: takes a LoadOrder as its one argument, prints a LoadReport.
import { Agent, get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { LoadOrder, LoadReport } from './load.ts';

const order = JSON.parse(process.argv[2] ?? '') as LoadOrder;
const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
const latencies: number[] = [];
let failed = 0;

/** Asks once; `due` is when it should have been sent, in ms of this process. */
function ask(due: number): Promise<void> {
  return new Promise((resolve) => {
    const fail = () => {
      failed += 1;
      resolve();
    };
    const request = get(order.url, { agent, headers: order.headers }, (response) => {
      response.on('error', fail).resume();
      response.on('end', () => {
        if (response.statusCode !== 200) return fail();
        latencies.push(performance.now() - due);
        resolve();
      });
    });
    request.on('error', fail);
  });
}

async function atRate(perSecond: number): Promise<void> {
  const began = performance.now();
  const open: Promise<void>[] = [];
  for (let n = 0; n < perSecond * order.seconds; n += 1) {
    const due = began + (n * 1000) / perSecond;
    if (due > performance.now()) await setTimeout(due - performance.now());
    open.push(ask(due));
  }
  await Promise.all(open);
}

async function withoutPause(): Promise<void> {
  const until = performance.now() + order.seconds * 1000;
  const connections = Array.from({ length: order.connections }, async () => {
    while (performance.now() < until) await ask(performance.now());
  });
  await Promise.all(connections);
}

const began = performance.now();
await (order.perSecond === null ? withoutPause() : atRate(order.perSecond));
agent.destroy();
const report: LoadReport = {
  answered: latencies.length,
  failed,
  seconds: (performance.now() - began) / 1000,
  latencies: latencies.sort((a, b) => a - b),
};
process.stdout.write(JSON.stringify(report));
