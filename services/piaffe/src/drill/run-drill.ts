import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Plan } from '@piaffe/kernel';
import { see } from './features.ts';
import { inflict } from './inflict.ts';
import type { Observation } from './judge.ts';
import { type System, startSystem } from './system.ts';
import { type Target, targetName, targetsOf } from './target.ts';
import { arrive, type Visitor } from './visitor.ts';

export interface DrillOptions {
  readonly plan: Plan;
  /** Where the system keeps what it has; nobody else's. */
  readonly folder: string;
  readonly features: readonly string[];
  readonly faults: readonly Fault[];
  /** Only what concerns one of these modules; null for all. */
  readonly parts: readonly string[] | null;
  say(line: string): void;
}

export interface Drilled {
  readonly observations: readonly Observation[];
  /** How long it took after each until everything worked again; null where it did not. */
  readonly recoveries: readonly {
    readonly target: Target;
    readonly fault: Fault;
    readonly ms: number | null;
  }[];
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
  for (const fault of faults) {
    for (const target of targetsOf(plan, fault)) {
      if (parts !== null && !target.modules.some((module) => parts.includes(module))) continue;
      const seen = await during(system, visitor, { target, fault, features });
      observations.push(...seen);
      const ms = await wholeAgain(visitor, features);
      recoveries.push({ target, fault, ms });
      const lost = seen.filter((each) => !each.seen.works).map(({ feature }) => feature);
      const after = ms === null ? 'not whole again' : `whole again after ${Math.round(ms)} ms`;
      say(`${plan.name}: ${targetName(target)} ${fault}: ${lost.join(', ') || 'nothing'} lost, ${after}`);
      if (ms === null) throw new Error(`${plan.name} did not recover from ${targetName(target)} ${fault}`);
    }
  }
  return { observations, recoveries };
}

async function during(
  system: System,
  visitor: Visitor,
  {
    target,
    fault,
    features,
  }: Pick<Observation, 'target' | 'fault'> & { readonly features: readonly string[] },
): Promise<readonly Observation[]> {
  const lift = await inflict(system, target, fault);
  try {
    return await Promise.all(
      features.map(async (feature) => ({ target, fault, feature, seen: await see(visitor, feature) })),
    );
  } finally {
    await lift();
  }
}

/** In milliseconds; null where it takes too long. */
async function wholeAgain(visitor: Visitor, features: readonly string[]): Promise<number | null> {
  const began = performance.now();
  let left = features;
  let last = began;
  while (performance.now() - began < wholeWithinMs) {
    const seen = await Promise.all(
      left.map(async (feature) => ({ feature, ...(await see(visitor, feature)) })),
    );
    last = performance.now();
    left = seen.filter(({ works }) => !works).map(({ feature }) => feature);
    if (left.length === 0) return last - began;
    await sleep(50);
  }
  return null;
}
