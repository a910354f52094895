import type { FastifyReply } from 'fastify';
import type { Limits, Load } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Counts the requests at work, each kind for itself, and refuses those above its limit before anything is done for them. */
export function countInFlight(limits: Limits['inFlight']) {
  const atWork: Record<Load, number> = { read: 0, write: 0, upload: 0, 'sign-in': 0, event: 0 };
  return {
    atWork: atWork as Readonly<Record<Load, number>>,
    admit(load: Load, reply: FastifyReply): void {
      if (atWork[load] >= limits[load]) {
        throw new Refusal('busy', 'Too much is asked of the server at this moment. Try again in a second.', {
          retryAfter: 1,
        });
      }
      atWork[load]++;
      reply.raw.once('close', () => {
        atWork[load]--;
      });
    },
  };
}
