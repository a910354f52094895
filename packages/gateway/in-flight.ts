import type { Limits, Load } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Room that a request takes up until it leaves, once, however often it says so. */
export interface Place {
  leave(): void;
}

export interface InFlight {
  readonly atWork: Readonly<Record<Load, number>>;
  /** Takes a place, or refuses before anything is done for the request. */
  enter(load: Load, asker?: string): SharedPlace;
}

export interface SharedPlace extends Place {
  /** Counts the place as one of `asker`, as soon as it is known who that is, or refuses when they have their share. */
  belongsTo(asker: string): void;
}

/** Counts the requests at work, each kind for itself, and in each kind those of each asker: an account, or an address. */
export function countInFlight({
  inFlight,
  inFlightEach,
}: Pick<Limits, 'inFlight' | 'inFlightEach'>): InFlight {
  const loads = Object.keys(inFlight) as Load[];
  const atWork = Object.fromEntries(loads.map((load) => [load, 0])) as Record<Load, number>;
  const ofEach = new Map(loads.map((load) => [load, new Map<string, number>()]));

  class Taken implements SharedPlace {
    readonly #load: Load;
    #asker: string | null = null;
    #left = false;

    constructor(load: Load) {
      if (atWork[load] >= inFlight[load]) throw busy();
      this.#load = load;
      atWork[load]++;
    }

    belongsTo(asker: string): void {
      // Whoever left while it was found out who they are holds no place any more.
      if (this.#left) return;
      const most = inFlightEach[this.#load];
      if (most === undefined) return;
      const held = ofEach.get(this.#load)!;
      const count = held.get(asker) ?? 0;
      if (count >= most) throw busyWithYours(count);
      held.set(asker, count + 1);
      this.#asker = asker;
    }

    leave(): void {
      if (this.#left) return;
      this.#left = true;
      atWork[this.#load]--;
      if (this.#asker === null) return;
      const held = ofEach.get(this.#load)!;
      const left = held.get(this.#asker)! - 1;
      if (left === 0) held.delete(this.#asker);
      else held.set(this.#asker, left);
    }
  }

  return {
    atWork,
    enter(load, asker) {
      const place = new Taken(load);
      try {
        if (asker !== undefined) place.belongsTo(asker);
      } catch (error) {
        place.leave();
        throw error;
      }
      return place;
    },
  };
}

export const busy = () =>
  new Refusal('busy', 'Too much is asked of the server at this moment. Try again in a second.', {
    retryAfter: 1,
  });

const busyWithYours = (count: number) =>
  new Refusal('busy', `${count} such requests of yours are at work. Wait until one of them has ended.`, {
    retryAfter: 1,
  });
