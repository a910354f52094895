import type { Parts } from './parts.ts';
import { day, hour, instantAfter } from './times.ts';

/** So long an expired token stays in the list of its owner, who may wonder what has stopped working. */
const expiredTokensStay = 30 * day;

/** Removes what has expired, now and every hour. Ends, with what is under way, when it is disposed of. */
export function createSweep(parts: Pick<Parts, 'database' | 'now' | 'log'>): AsyncDisposable {
  let running = sweep(parts);
  const timer = setInterval(() => {
    running = running.then(() => sweep(parts));
  }, hour);
  timer.unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}

async function sweep({ database, now, log }: Pick<Parts, 'database' | 'now' | 'log'>): Promise<void> {
  const moment = now();
  const at = moment.toISOString();
  try {
    await database.deleteFrom('auth_sign_ins').where('expires_at', '<=', at).execute();
    await database.deleteFrom('auth_links').where('expires_at', '<=', at).execute();
    await database.deleteFrom('auth_invitations').where('expires_at', '<=', at).execute();
    await database
      .deleteFrom('auth_tokens')
      .where('expires_at', '<=', instantAfter(moment, -expiredTokensStay))
      .execute();
  } catch (error) {
    log.error({ err: error }, 'what has expired could not be swept; it stays without effect');
  }
}
