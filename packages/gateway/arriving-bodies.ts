import type { Place } from './in-flight.ts';
import type { Limits } from './limits.ts';

export interface ArrivingBodies {
  /** Awaits a body of `asker`; `giveUp` is called when it has to make room for a later one. */
  enter(asker: string, giveUp: () => void): Place;
}

/**
 * Bodies that have not come whole yet. There is always room for another: the one that has been awaited for the longest
 * makes it, of the same asker or else of all. So whoever sends their body at once gets through beside any number that
 * never come.
 */
export function awaitBodies({ all, each }: Limits['arrivingBodies']): ArrivingBodies {
  const arriving = new Set<Arriving>();
  const ofEach = new Map<string, Set<Arriving>>();

  return {
    enter(asker, giveUp) {
      const theirs = ofEach.get(asker) ?? new Set();
      if (theirs.size >= each) makeRoom(theirs);
      else if (arriving.size >= all) makeRoom(arriving);
      const body: Arriving = {
        giveUp,
        leave() {
          arriving.delete(body);
          theirs.delete(body);
          if (theirs.size === 0 && ofEach.get(asker) === theirs) ofEach.delete(asker);
        },
      };
      arriving.add(body);
      ofEach.set(asker, theirs.add(body));
      return body;
    },
  };
}

interface Arriving extends Place {
  giveUp(): void;
}

function makeRoom(bodies: Set<Arriving>): void {
  const [longest] = bodies;
  longest?.leave();
  longest?.giveUp();
}
