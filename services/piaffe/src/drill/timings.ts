import type { Target } from './target.ts';
import type { Visitor } from './visitor.ts';

/** How quick answers were while a part was away. */
export type Timing =
  | { readonly kind: 'refusals'; readonly target: Target; readonly p99: number; readonly count: number }
  | { readonly kind: 'reads'; readonly target: Target; readonly ratio: number };

/** Medians in ms, by path. */
export type Reads = ReadonlyMap<string, number>;

const refusalsEach = 100;
const readsEach = 60;

/** What a feature is asked by, again and again, while it is lost; those that take no more than one quick request. */
const quick: Readonly<Record<string, (visitor: Visitor) => string>> = {
  horses: () => '/horses',
  rides: () => '/sessions?limit=10',
  trends: ({ horse, next }) =>
    `/horses/${horse}/trends?to=${new Date(Date.UTC(2028, 0, 1) + next()).toISOString()}`,
};

/** Of what cannot be answered, how long that takes to say; null where nothing quick is lost. */
export async function timeRefusals(
  visitor: Visitor,
  lost: readonly string[],
): Promise<{ readonly p99: number; readonly count: number } | null> {
  const asked = lost.filter((feature) => Object.hasOwn(quick, feature));
  if (asked.length === 0) return null;
  const times: number[] = [];
  for (let round = 0; round < refusalsEach; round++) {
    for (const feature of asked) times.push(await timed(visitor, quick[feature]!(visitor)));
  }
  times.sort((a, b) => a - b);
  return { p99: times[Math.ceil(times.length * 0.99) - 1]!, count: times.length };
}

/** What a rider opens who has been there before. */
export async function timeReads(visitor: Visitor): Promise<Reads> {
  const { session } = visitor;
  const paths = [
    '/sessions?limit=10',
    `/sessions/${session}`,
    `/sessions/${session}/result`,
    `/sessions/${session}/series`,
  ];
  const times = new Map(paths.map((path) => [path, [] as number[]]));
  for (let round = 0; round < readsEach; round++) {
    for (const [path, all] of times) all.push(await timed(visitor, path));
  }
  return new Map([...times].map(([path, all]) => [path, all.sort((a, b) => a - b)[all.length >> 1]!]));
}

/** How many times as long it took, by the sum of the medians; others are those before and after. */
export function ratioOf(reads: Reads, others: readonly Reads[]): number {
  const sum = (all: Reads) => [...all.values()].reduce((total, each) => total + each, 0);
  return sum(reads) / (others.map(sum).reduce((total, each) => total + each, 0) / others.length);
}

async function timed({ ask }: Visitor, path: string): Promise<number> {
  const began = performance.now();
  const answer = await ask(path);
  await answer.arrayBuffer();
  return performance.now() - began;
}
