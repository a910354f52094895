import type { Corrections, SessionResult } from '@piaffe/client';
import type { Jump } from '../../ride/jumps.ts';

type Stretch = Corrections['segments'][number];

/** s. A jump is taken away by an instant this close to it; the server has the same reach. */
export const reach = 2;

/** Corrections are kept to the millisecond. */
export function milliseconds(seconds: number): number {
  return Math.round(1000 * seconds) / 1000;
}

export const noCorrections: Corrections = { segments: [], jumps: { added: [], removed: [] } };

/** Says of a stretch which gait it was; what was said of parts of it before no longer holds. */
export function withGait(corrections: Corrections, { gait, from, to }: Stretch): Corrections {
  const others = corrections.segments.flatMap((one) => [
    { ...one, to: Math.min(one.to, from) },
    { ...one, from: Math.max(one.from, to) },
  ]);
  const segments = [...others.filter((one) => one.to > one.from), { gait, from, to }];
  return { ...corrections, segments: segments.sort((a, b) => a.from - b.from) };
}

/** Adds a jump, or brings one back that was taken away. */
export function withJump(corrections: Corrections, at: number): Corrections {
  const { added, removed } = corrections.jumps;
  const kept = removed.filter((one) => Math.abs(one - at) > reach);
  const jumps =
    kept.length < removed.length
      ? { added, removed: kept }
      : { added: [...added, at].sort((a, b) => a - b), removed };
  return { ...corrections, jumps };
}

/** Takes a jump away: one that was added is not there any more, one that was found does not count. */
export function withoutJump(corrections: Corrections, at: number): Corrections {
  const { added, removed } = corrections.jumps;
  const kept = added.filter((one) => Math.abs(one - at) > 0.5);
  const jumps =
    kept.length < added.length
      ? { added: kept, removed }
      : { added, removed: [...removed, at].sort((a, b) => a - b) };
  return { ...corrections, jumps };
}

export function isNothing({ segments, jumps }: Corrections): boolean {
  return segments.length + jumps.added.length + jumps.removed.length === 0;
}

type Found = Pick<SessionResult, 'segments' | 'jumps'>;

/**
 * What the strip shows before the server has computed it: the gaits and jumps that were found, with corrections in their
 * place.
 *
 * @param offset s from the beginning of the ride, which corrections count from, to what is shown
 */
export function corrected(found: Found, { segments, jumps }: Corrections, offset: number): Found {
  let gaits = [...found.segments];
  for (const { gait, from, to } of segments) {
    const own = { gait, from: Math.max(0, from - offset), to: to - offset };
    if (own.to <= own.from) continue;
    gaits = gaits
      .flatMap((one) => [
        { ...one, to: Math.min(one.to, own.from) },
        { ...one, from: Math.max(one.from, own.to) },
      ])
      .filter((one) => one.to > one.from);
    gaits.push(own);
  }
  const kept = [...found.jumps];
  for (const at of jumps.removed) {
    const nearest = kept
      .filter((jump) => Math.abs(jump.at - (at - offset)) <= reach)
      .sort((a, b) => Math.abs(a.at - (at - offset)) - Math.abs(b.at - (at - offset)))[0];
    if (nearest) kept.splice(kept.indexOf(nearest), 1);
  }
  const added = jumps.added.map(
    (at): Jump => ({
      at: at - offset,
      confidence: 1,
      takeOff: null,
      landing: null,
      combination: null,
      addedByHand: true,
    }),
  );
  return {
    segments: gaits.sort((a, b) => a.from - b.from),
    jumps: [...kept, ...added].filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at),
  };
}
