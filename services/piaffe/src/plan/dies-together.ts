import type { Plan } from '@piaffe/kernel';

/** Modules that can only be stopped together, as they are in one process. */
export interface Unit {
  readonly modules: readonly string[];
  /** `server`: the process that answers people. `child`: one it supervises. `address`: processes that somebody else runs. */
  readonly kind: 'server' | 'child' | 'address';
  /** Of the child, or the addresses; empty for the server. */
  readonly at: readonly string[];
}

/** The processes of a plan, the server first. Modules at the same addresses are taken to be in the same processes. */
export function unitsOf({ modules }: Plan): readonly Unit[] {
  const units = new Map<string, { modules: string[]; kind: Unit['kind']; at: readonly string[] }>([
    ['server', { modules: [], kind: 'server', at: [] }],
  ]);
  for (const [module, placed] of Object.entries(modules)) {
    const [kind, at] =
      placed.shape === 'remote'
        ? (['address', placed.urls] as const)
        : 'process' in placed
          ? (['child', [placed.process]] as const)
          : (['server', []] as const);
    const key = [kind, ...at].join(' ');
    const unit = units.get(key) ?? { modules: [], kind, at };
    unit.modules.push(module);
    units.set(key, unit);
  }
  return [...units.values()];
}

/** The one that a module is in. */
export function unitOf(plan: Plan, module: string): Unit {
  return unitsOf(plan).find(({ modules }) => modules.includes(module))!;
}

/** In words: `its process compute`. */
export function placeOf({ kind, at }: Unit): string {
  if (kind === 'server') return 'the server';
  return kind === 'child' ? `the process ${at[0]}` : `the process at ${at.join(' and ')}`;
}
