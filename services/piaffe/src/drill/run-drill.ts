import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '@piaffe/kernel';
import { see } from './features.ts';
import { inflict } from './inflict.ts';
import type { Observation, Scope } from './judge.ts';
import { type System, startSystem } from './system.ts';
import { concerns, type Target, targetName, targetsOf } from './target.ts';
import { type Reads, ratioOf, type Timing, timeReads, timeRefusals } from './timings.ts';
import { arrive, type Visitor } from './visitor.ts';

export interface DrillOptions extends Scope {
  /** Where the system keeps what it has; nobody else's. */
  readonly folder: string;
  say(line: string): void;
}

export interface Drilled {
  readonly observations: readonly Observation[];
  /** How long it took after each until everything worked again. */
  readonly recoveries: readonly {
    readonly target: Target;
    readonly fault: Fault;
    readonly ms: number;
    /** The feature that took so long. */
    readonly last: string;
  }[];
  readonly timings: readonly Timing[];
}

/** The longest that anybody should wait, several times over. */
const wholeWithinMs = 60_000;

/**
 * Has a system of the plan meet each fault in each part, and tells how each feature was meanwhile. Throws where the system
 * does not work to begin with.
 */
export async function runDrill(options: DrillOptions): Promise<Drilled> {
  const { plan, folder, features, faults, parts, say } = options;
  await using system = await startSystem(plan, folder);
  const visitor = await arrive(system);
  if ((await wholeAgain(visitor, features)) === null)
    throw new Error(`a server by the plan ${plan.name} does not work, before anything was done to it`);
  const observations: Observation[] = [];
  const recoveries: Drilled['recoveries'][number][] = [];
  const timings: Timing[] = [];
  for (const fault of faults) {
    for (const target of targetsOf(system.plan, fault)) {
      if (parts !== null && !concerns(target, parts)) continue;
      const isRead = fault === 'down' && target.modules.includes('aggregation');
      const before =
        isRead && target.by === 'process' && target.unit.kind !== 'server' ? await timeReads(visitor) : null;
      const { seen, refusals, reads } = await during(system, visitor, { target, fault, features, before });
      observations.push(...seen);
      const whole = await wholeAgain(visitor, features);
      if (whole !== null) recoveries.push({ target, fault, ...whole });
      if (refusals !== null) timings.push({ kind: 'refusals', target, ...refusals });
      if (before !== null && reads !== null)
        timings.push({ kind: 'reads', target, ratio: ratioOf(reads, [before, await timeReads(visitor)]) });
      if (whole !== null) await visitor.tidy();
      const lost = seen.filter((each) => !each.seen.works).map(({ feature }) => feature);
      const after =
        whole === null
          ? 'not whole again'
          : `whole again after ${Math.round(whole.ms)} ms, ${whole.last} the last`;
      say(`${plan.name}: ${targetName(target)} ${fault}: ${lost.join(', ') || 'nothing'} lost, ${after}`);
      if (whole === null) throw new Error(`${plan.name} did not recover from ${targetName(target)} ${fault}`);
    }
  }
  return { observations, recoveries, timings };
}

interface During extends Pick<Observation, 'target' | 'fault'> {
  readonly features: readonly string[];
  /** How long reading took before; null where nobody wants to know. */
  readonly before: Reads | null;
}

async function during(system: System, visitor: Visitor, { target, fault, features, before }: During) {
  const lift = await inflict(system, target, fault);
  try {
    const seen = await Promise.all(
      features.map(async (feature) => ({ target, fault, feature, seen: await see(visitor, feature) })),
    );
    const lost = seen.filter((each) => !each.seen.works).map(({ feature }) => feature);
    const isAnswered = fault === 'down' && !target.modules.includes('gateway');
    const refusals = isAnswered ? await timeRefusals(visitor, lost) : null;
    return { seen, refusals, reads: before === null ? null : await timeReads(visitor) };
  } finally {
    await lift();
  }
}

/** How long it takes until each feature works, and which is the last one; null where that takes too long. */
async function wholeAgain(
  visitor: Visitor,
  features: readonly string[],
): Promise<{ readonly ms: number; readonly last: string } | null> {
  const began = performance.now();
  const until = began + wholeWithinMs;
  const waits = await Promise.all(
    features.map(async (feature) => {
      while (performance.now() < until) {
        if ((await see(visitor, feature)).works) return { ms: performance.now() - began, last: feature };
        await sleep(50);
      }
      return null;
    }),
  );
  const there = waits.filter((wait) => wait !== null);
  if (there.length < waits.length) return null;
  return there.reduce((slowest, wait) => (wait.ms > slowest.ms ? wait : slowest));
}
