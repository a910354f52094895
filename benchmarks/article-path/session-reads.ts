import type { Api } from '../../acceptance/support/api.fixture.ts';
import { load } from '../support/load.ts';

const perSecond = 100;
const seconds = 5;
const connections = 10;

export const readsInWords = `${perSecond} reads of a session a second`;

/** What one turn of reads took: latencies in ms, the processor in ms a read. */
export interface Reads {
  readonly latencies: readonly number[];
  readonly cpu: number;
  readonly failed: number;
}

/** Reads a session over and over: gateway, auth, sessions, stable. `cpu` gives the seconds that the system has had so far. */
export async function readSessions(api: Api, session: string, cpu: () => number): Promise<Reads> {
  const before = cpu();
  const { latencies, failed } = await load({
    url: `${api.url}/api/v1/sessions/${session}`,
    headers: api.headers,
    seconds,
    connections,
    perSecond,
  });
  return { latencies, failed, cpu: ((cpu() - before) * 1000) / latencies.length };
}
