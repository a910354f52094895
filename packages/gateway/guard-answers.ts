import type { App } from './app.ts';
import { askerOf, loadOf } from './guard-requests.ts';
import type { InFlight } from './in-flight.ts';
import type { Limits } from './limits.ts';
import { watchAnswer } from './watch-answer.ts';

/** An answer up to this size is in the hands of the system at once, however slowly the client reads. */
const smallBytes = 64 * 1024;

/**
 * Gives a request's place back once its answer is made, so that a client that reads slowly keeps nobody from asking;
 * a stream that is work as long as it lasts keeps it.
 * Large answers go out in a kind of place of their own, and not slower than the minimum.
 */
export function guardAnswers(app: App, limits: Limits, inFlight: InFlight): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const isStream = typeof (payload as Partial<NodeJS.ReadableStream> | null)?.pipe === 'function';
    const keepsPlace = isStream && ['event', 'export', 'import'].includes(loadOf(request));
    if (!keepsPlace) request.place?.leave();
    if (!isStream && !isLarge(payload)) return done();
    try {
      if (!keepsPlace) request.place = inFlight.enter('answer', askerOf(request));
    } catch (error) {
      if (isStream) (payload as { destroy?: () => void }).destroy?.();
      return done(error as Error);
    }
    const endWatch = watchAnswer(request.raw.socket, limits.minimumThroughput);
    reply.raw.once('close', endWatch);
    done();
  });
}

function isLarge(payload: unknown): boolean {
  return (typeof payload === 'string' || payload instanceof Uint8Array) && payload.length > smallBytes;
}
