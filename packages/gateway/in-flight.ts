import type { Limits, Load } from './limits.ts';
import { Refusal } from './refusal.ts';

export interface InFlight {
  readonly atWork: Readonly<Record<Load, number>>;
  /** Takes a place, or refuses before anything is done for the request. Every place taken is given back by `leave`. */
  enter(load: Load): void;
  leave(load: Load): void;
}

/** Counts the requests at work, each kind for itself. */
export function countInFlight(limits: Limits['inFlight']): InFlight {
  const atWork: Record<Load, number> = { read: 0, write: 0, upload: 0, 'sign-in': 0, event: 0, health: 0 };
  return {
    atWork,
    enter(load) {
      if (atWork[load] >= limits[load]) {
        throw new Refusal('busy', 'Too much is asked of the server at this moment. Try again in a second.', {
          retryAfter: 1,
        });
      }
      atWork[load]++;
    },
    leave(load) {
      atWork[load]--;
    },
  };
}
