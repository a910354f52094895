import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { Session } from '@piaffe/sessions/contract';
import type { Api } from '../support/api.fixture.ts';

/** Long enough on any machine: whoever waits longer waits for what never comes. */
const patienceSeconds = 180;

/** The session once it shows the result that it needs now, or cannot have one. */
export async function analysed(api: Api, id: string): Promise<Session> {
  const until = performance.now() + patienceSeconds * 1000;
  for (;;) {
    const session = await api.session(id);
    const { state, computed } = session;
    if (state === 'done' ? computed?.current : state !== 'queued' && state !== 'running') return session;
    assert.ok(performance.now() < until, `it is still ${state}: ${JSON.stringify(session)}`);
    await setTimeout(50);
  }
}
