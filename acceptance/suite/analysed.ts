import { setTimeout } from 'node:timers/promises';
import type { Session } from '@piaffe/sessions/contract';
import type { Api } from '../support/api.fixture.ts';

/** The session once it shows the result that it needs now, or cannot have one. */
export async function analysed(api: Api, id: string): Promise<Session> {
  for (;;) {
    const session = await api.settled(id);
    if (session.state !== 'done' || session.computed?.current) return session;
    await setTimeout(50);
  }
}
