import type { Fault, Plan } from '@piaffe/kernel';
import { placeOf, type Unit, unitsOf } from '../plan/dies-together.ts';

/** One thing that is made to go wrong. */
export interface Target {
  /** Those that are away with it; none where others do the same. */
  readonly modules: readonly string[];
  /** By its process where it has one beside the server, or is the server; else by what stands between it and who asks. */
  readonly by: 'process' | 'binding';
  readonly unit: Unit;
}

/** A cell of the matrix that a plan cannot show, and why. */
export interface Unreachable {
  readonly modules: readonly string[];
  readonly fault: Fault;
  readonly because: string;
}

const facing = 'gateway';
export const faults: readonly Fault[] = ['down', 'hung', 'slow', 'corrupt', 'overloaded'];

/** What can be made to go wrong in a plan, by that fault. */
export function targetsOf(plan: Plan, fault: Fault): readonly Target[] {
  const byProcess = fault === 'down' || fault === 'hung';
  return unitsOf(plan).flatMap((unit): readonly Target[] => {
    const bindings = unit.modules
      .filter((module) => module !== facing)
      .map((module) => ({ modules: [module], by: 'binding', unit }) as const);
    if (!byProcess) return bindings;
    const whole = { modules: unit.modules, by: 'process', unit } as const;
    if (unit.kind === 'server') return [...bindings, whole];
    // Nobody loses anything with one of several that is gone.
    const one = { modules: [], by: 'process', unit: { ...unit, at: unit.at.slice(0, 1) } } as const;
    return fault === 'down' && unit.at.length > 1 ? [one, whole] : [whole];
  });
}

/** What a plan cannot show of a fault. */
export function unreachableIn(plan: Plan, fault: Fault): readonly Unreachable[] {
  if (fault !== 'down' && fault !== 'hung')
    return [
      {
        modules: [facing],
        fault,
        because: `people reach ${facing} itself, and nothing stands in between`,
      },
    ];
  return unitsOf(plan).flatMap((unit) =>
    unit.kind === 'server' || unit.modules.length === 1
      ? []
      : unit.modules.map((module) => {
          const others = unit.modules.filter((other) => other !== module);
          return {
            modules: [module],
            fault,
            because: `${placeOf(unit)} has ${others.join(', ')}, too: what ${module} alone costs cannot be told apart`,
          };
        }),
  );
}

/** Whether a drill of these modules alone has to do with it; stopping the server is about who people reach. */
export function concerns(target: Target, parts: readonly string[]): boolean {
  const isServer = target.by === 'process' && target.unit.kind === 'server';
  const { modules, unit } = target;
  const concerned = isServer ? [facing] : modules.length === 0 ? unit.modules : modules;
  return concerned.some((module) => parts.includes(module));
}

export function targetName({ modules, by, unit }: Target): string {
  if (by === 'process' && unit.kind === 'server') return facing;
  return modules.length === 0 ? `one ${unit.modules.join(' + ')}` : modules.join(' + ');
}
