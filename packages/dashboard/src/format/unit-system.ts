import { store, stored } from '../language/stored.ts';

export const unitSystems = ['metric', 'imperial'] as const;
export type UnitSystem = (typeof unitSystems)[number];

const name = 'piaffe.units';
const isBrowser = typeof document !== 'undefined';

/** The units of the pages: metric until somebody chooses otherwise. They stay while a page is open. */
export const units: UnitSystem = isBrowser && stored(name) === 'imperial' ? 'imperial' : 'metric';

/** Keeps the choice in this browser; null is metric. Whether the page, loaded again, has other units. */
export function keepUnits(chosen: UnitSystem | null): boolean {
  return store(name, chosen) && (chosen ?? 'metric') !== units;
}

/** As `keepUnits`, and loads the page again where that shows other units. Whether it does. */
export function setUnits(chosen: UnitSystem | null): boolean {
  const isOther = keepUnits(chosen);
  if (isOther) location.reload();
  return isOther;
}

export function isUnitSystem(name: string): name is UnitSystem {
  return unitSystems.some((system) => system === name);
}
