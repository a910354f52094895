import { locale } from '../language/language.ts';
import type { HorseWithRides } from './load-stable.ts';
import { isNew } from './visit.ts';
import { words } from './words.ts';

/** Whose rides have results that were not there at the visit before. */
export function WhatIsNew({ stable, since }: { stable: readonly HorseWithRides[]; since: number | null }) {
  const names = stable
    .filter(({ rides }) => rides.some((ride) => isNew(ride, since)))
    .map(({ horse }) => horse.name);
  if (names.length === 0) return null;
  return <p>{words.newFor(new Intl.ListFormat(locale).format(names))}</p>;
}
