import { randomBytes } from 'node:crypto';
import { simulate, toCsv } from '@piaffe/simulator';
import { openStore } from '@piaffe/storage';
import { pino } from 'pino';
import { bindAuth } from '../compose/auth.ts';
import { allMigrations } from '../compose/data-folder.ts';
import type { System } from './system.ts';

const straight = [{ curvature: 0, metres: 1000 }];
const ride = {
  name: 'drill',
  description: 'halt, trot, halt',
  legs: [
    { gait: 'halt', seconds: 4, path: straight },
    { gait: 'trot', seconds: 24, path: straight },
    { gait: 'halt', seconds: 4, path: straight },
  ],
} as const;
const sampleRateHz = 50;
/** Longer than the API takes to answer for a part that does not. */
const patienceMs = 20_000;

/** Somebody who uses a server by its public API, with a horse and two rides that were analysed. */
export interface Visitor {
  readonly name: string;
  readonly password: string;
  readonly horse: string;
  /** Is left as it is. */
  readonly session: string;
  /** Is analysed anew when somebody wants to know whether that works. */
  readonly other: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** A recording that nobody handed in before. */
  recording(): Uint8Array<ArrayBuffer>;
  /** A number that was not used before. */
  next(): number;
  /** Removes all rides but the two: what hung may have been taken in after nobody waited for it any more. */
  tidy(): Promise<void>;
}

/** Signs in as the first account, gives it a password, and has its first rides analysed. */
export async function arrive(system: System): Promise<Visitor> {
  const { url } = system;
  const base = `${url}/api/v1`;
  const text = Buffer.from([...toCsv(simulate(ride, { sampleRateHz }))].join('').trimEnd());
  let count = 0;
  const next = () => ++count;
  // More digits behind the last value.
  const recording = () => Buffer.concat([text, Buffer.from(`${`${next()}`.padStart(6, '0')}\n`)]);
  const signedIn = await posted(
    `${base}/sign-in`,
    { token: await signInToken(system.dataFolder) },
    { origin: url },
  );
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const browser = { cookie, origin: url };
  const password = randomBytes(24).toString('base64url');
  await posted(`${base}/account/password`, { password }, browser, 'PUT');
  const { name } = await jsonOf<{ name: string }>(await fetch(`${base}/account`, { headers: browser }));
  const made = await posted(
    `${base}/tokens`,
    { name: 'drill', scopes: ['read', 'upload', 'write'] },
    browser,
  );
  const { secret } = await jsonOf<{ secret: string }>(made);
  const ask: Visitor['ask'] = (path, init = {}) =>
    fetch(`${base}${path}`, {
      signal: AbortSignal.timeout(patienceMs),
      ...init,
      headers: { authorization: `Bearer ${secret}`, ...init.headers },
    });
  const horse = await jsonOf<{ id: string }>(
    await ask('/horses', sending('POST', { name: 'Luna', timeZone: 'Europe/Berlin' })),
  );
  const upload = async (day: number) => {
    const query = `horse=${horse.id}&name=ride.csv&startedAt=2026-05-0${day}T10:00:00Z`;
    const kept = await ask(`/recordings?${query}`, { method: 'POST', body: recording() });
    return (await jsonOf<{ session: { id: string } }>(kept)).session.id;
  };
  const [session, other] = [await upload(1), await upload(2)];
  const tidy = async () => {
    const { items } = await jsonOf<{ items: readonly { id: string }[] }>(await ask('/sessions?limit=200'));
    for (const { id } of items)
      if (id !== session && id !== other) await ask(`/sessions/${id}`, { method: 'DELETE' });
  };
  return { name, password, horse: horse.id, session, other, ask, recording, next, tidy };
}

export const sending = (method: string, body: object): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/** As "piaffe sign-in-link" has it. */
async function signInToken(dataFolder: string): Promise<string> {
  await using running = new AsyncDisposableStack();
  const { database } = running.use(
    await openStore(dataFolder, { migrations: await allMigrations(), lock: false }),
  );
  const { client } = running.use(await bindAuth({ database, log: pino({ level: 'silent' }) }));
  return (await client.createSignInLink({})).secret;
}

async function posted(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>>,
  method = 'POST',
): Promise<Response> {
  const init = sending(method, body);
  const answer = await fetch(url, { ...init, headers: { ...(init.headers as object), ...headers } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

async function jsonOf<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
