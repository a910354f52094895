import { median } from '../support/figures.ts';

const turns = 201;
const batchMs = 2;

/** Median microseconds of one call, by name. */
export type Microseconds = ReadonlyMap<string, number>;

/**
 * Times calls one after the other, in batches that take a few milliseconds, everybody's batch in turn: what else the machine
 * does in the meantime meets all of them.
 */
export async function timeInTurns(calls: ReadonlyMap<string, () => Promise<unknown>>): Promise<Microseconds> {
  const sizes = new Map<string, number>();
  const times = new Map<string, number[]>([...calls.keys()].map((name) => [name, []]));
  for (const [name, call] of calls) sizes.set(name, await sizeOfBatch(call));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, call] of calls) {
      const size = sizes.get(name)!;
      times.get(name)!.push(((await batch(call, size)) * 1000) / size);
    }
  }
  return new Map([...times].map(([name, each]) => [name, median(each)]));
}

/** Warms up until the speed no longer rises, and finds how many calls fill a batch. */
async function sizeOfBatch(call: () => Promise<unknown>): Promise<number> {
  let size = 1;
  while ((await batch(call, size)) < batchMs * 10) size *= 2;
  return Math.max(1, Math.round((size * batchMs) / (await batch(call, size))));
}

/** Milliseconds. */
async function batch(call: () => Promise<unknown>, size: number): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < size; n += 1) await call();
  return performance.now() - began;
}
