import type { Judgement } from './judgements.ts';
import { parameters } from './parameters.ts';
import type { Direction, Judged } from './usual.ts';

/** Values one after the other on the same side of the band. */
export interface Run {
  readonly direction: Direction;
  /** Indices of its values. */
  readonly members: readonly number[];
  readonly ongoing: boolean;
  readonly advice: 'watch' | 'talk-to-your-vet';
}

/** Runs in the direction that is worried about. One ends with a value that is no part of it, or when it has become usual. */
export function runsOf(judged: readonly Judged[], worry: Judgement['worry']): Run[] {
  const found: { direction: Direction; members: number[]; advisable: boolean; ongoing: boolean }[] = [];
  judged.forEach(({ band, direction }, index) => {
    const last = found.at(-1);
    const goesOn = last?.ongoing && last.direction === direction;
    if (last && !goesOn) last.ongoing = false;
    if (direction === null || band === null) return;
    if (last && goesOn) {
      last.members.push(index);
      last.ongoing = last.members.length < parameters.newNormalAfter;
    } else {
      found.push({ direction, members: [index], advisable: band.n >= parameters.adviseFrom, ongoing: true });
    }
  });
  return found
    .filter(({ direction }) => worry === 'either' || direction === worry)
    .map(({ direction, members, advisable, ongoing }) => ({
      direction,
      members,
      ongoing,
      advice: advisable && members.length >= parameters.inARow ? 'talk-to-your-vet' : 'watch',
    }));
}
