import { type Movement, movements } from './gait.ts';
import { HermiteTrack } from './hermite-track.ts';
import type { Random } from './random.ts';

/** What a trunk does in jumps and mishaps, beside its gait; `restraint` is the share of the gait that is missing. */
export type Episodes = Readonly<Record<Movement | 'restraint', HermiteTrack>>;

/** Episodes under way: what moves, and the hooves that land. */
export interface EpisodePlan {
  readonly episodes: Episodes;
  /** In any order. */
  readonly blows: { readonly time: number; readonly blow: readonly number[] }[];
}

/** A ride on which nothing happens. */
export const quiet = (): Episodes => ({
  surge: new HermiteTrack(),
  sway: new HermiteTrack(),
  heave: new HermiteTrack(),
  roll: new HermiteTrack(),
  pitch: new HermiteTrack(),
  yaw: new HermiteTrack(),
  restraint: new HermiteTrack(),
});

/** A hoof that lands with this force (m/s2): mostly upward, with some of everything else. */
export function blowOf(force: number, random: Random): number[] {
  const turn = force / random.between(0.4, 0.9);
  return movements.map((movement) => {
    if (movement === 'heave') return force * random.between(0.8, 1.2);
    if (movement === 'surge') return force * random.between(-0.6, 0.1);
    if (movement === 'sway') return force * random.between(-0.35, 0.35);
    return turn * random.between(-0.4, 0.4);
  });
}
