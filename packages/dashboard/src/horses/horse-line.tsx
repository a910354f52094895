import type { Horse } from '@piaffe/client';
import { uncapitalised } from '../format/uncapitalised.ts';
import { withUnit } from '../format/units.ts';
import { mountWords } from '../pieces/words.ts';
import { words } from './words.ts';

/** What is said about a horse, in one line. */
export function HorseLine({ horse: { breed, birthYear, massKg, usualMount } }: { horse: Horse }) {
  const said = [
    breed,
    birthYear && words.born(birthYear),
    massKg && withUnit('mass', massKg),
    usualMount && uncapitalised(mountWords[usualMount]),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return <p className="small soft">{said.join(' · ')}</p>;
}
