import { Readable } from 'node:stream';
import type { SessionEvent } from '@piaffe/sessions/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { credentialOf } from './credential.ts';
import { inSeconds } from './in-time.ts';
import { principalOf } from './principal.ts';
import { Refusal } from './refusal.ts';
import type { RouteNeeds } from './route-needs.ts';

const reconnectMilliseconds = 2000;
const longestEventId = 64;

/** Opens streams of server-sent events, a bounded number for each account. */
export function createEventStreams(needs: RouteNeeds) {
  const { auth, sessions, limits, stopping, log } = needs;
  const openOf = new Map<string, number>();

  /** Takes a place among the account's streams until the answer has ended, in whichever way. */
  function takePlace(account: string, reply: FastifyReply): void {
    const open = openOf.get(account) ?? 0;
    if (open >= limits.eventStreamsPerAccount) {
      throw new Refusal(
        'too-many-event-streams',
        `There are ${open} event streams of this account already. Close one, or follow all sessions by one.`,
        { retryAfter: limits.heartbeatSeconds },
      );
    }
    openOf.set(account, open + 1);
    reply.raw.once('close', () => {
      const left = (openOf.get(account) ?? 1) - 1;
      if (left === 0) openOf.delete(account);
      else openOf.set(account, left);
    });
  }

  /** Resolves once it is certain that there is something to follow; rejects as `sessions.events` does. */
  return async (request: FastifyRequest, reply: FastifyReply, session: string | null) => {
    const principal = principalOf(request);
    const credential = credentialOf(request, needs.signInCookie);
    takePlace(principal.account, reply);
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const signal = AbortSignal.any([stopping, gone.signal]);
    const ask = (after: string | null, waitSeconds: number) =>
      sessions.events(
        { principal, session, after, waitSeconds },
        { signal, deadline: inSeconds(waitSeconds + limits.seconds.answer) },
      );
    const first = await ask(lastSeen(request), 0);

    async function* frames() {
      yield `retry: ${reconnectMilliseconds}\n\n`;
      try {
        for (let batch = first; !signal.aborted; batch = await ask(batch.last, limits.heartbeatSeconds)) {
          if (credential !== null) await auth.authenticate(credential);
          yield batch.events.map(frame).join('') || ': heartbeat\n\n';
        }
      } catch (error) {
        // Ending is the answer: the client comes back with the last id, and is then told what is wrong.
        if (!signal.aborted) log.info({ err: error, requestId: request.id }, 'an event stream ended early');
      }
    }
    return Readable.from(frames(), { objectMode: false });
  };
}

function lastSeen({ headers }: FastifyRequest): string | null {
  const id = headers['last-event-id'];
  return typeof id === 'string' && id !== '' && id.length <= longestEventId ? id : null;
}

function frame(event: SessionEvent): string {
  return `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}
