import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Session } from '@piaffe/sessions/contract';
import { runPiaffe, type Server } from './server.fixture.ts';

/** What an upload was answered with. */
export interface Kept {
  readonly receipt: { readonly id: string; readonly sha256: string; readonly bytes: number };
  readonly session: Session;
  readonly duplicate: boolean;
}

/** The public API, as a program with a token sees it. */
export interface Api {
  readonly url: string;
  /** The same for a server that was started anew at another address. */
  at(url: string): Api;
  /** What says who asks. */
  readonly headers: Readonly<Record<string, string>>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The body of an answer that has to be 2xx. */
  json<T>(path: string, init?: RequestInit): Promise<T>;
  /** With a body of JSON. */
  send(method: string, path: string, body: object): Promise<Response>;
  addHorse(name: string): Promise<string>;
  /** `said` of the ride: `&startedAt=...`. */
  upload(horse: string, bytes: Uint8Array<ArrayBuffer>, said?: string): Promise<Kept>;
  /** The same over about so many tenths of a second, of unknown length. */
  uploadSlowly(horse: string, bytes: Uint8Array<ArrayBuffer>, tenths: number): Promise<Kept>;
  /** Every item of a list, over all its pages. */
  all<T>(path: string): Promise<readonly T[]>;
  session(id: string): Promise<Session>;
  /** The session once nothing is left to be done for it. */
  settled(id: string): Promise<Session>;
}

export interface Credentials extends Readonly<Record<string, string>> {
  readonly cookie: string;
  readonly origin: string;
}

/** The administrator's browser, signed in by a link from the command line: what its requests carry. */
export async function administratorsBrowser({
  url,
  folder,
}: Pick<Server, 'url' | 'folder'>): Promise<Credentials> {
  return signIn(url, '/sign-in', { token: await signInToken(folder) });
}

/** What a sign-in link holds that the command line prints for the server of a folder. */
export async function signInToken(folder: string): Promise<string> {
  const { code, stdout, stderr } = await runPiaffe(['sign-in-link', '--data', folder]);
  assert.equal(code, 0, stderr);
  return new URL(stdout.trim()).hash.replace(/^#sign-in=/, '');
}

/** Signs a browser in, in whichever way: what its requests carry from then on. */
export async function signIn(url: string, path: string, body: object): Promise<Credentials> {
  const { origin } = new URL(url);
  const signedIn = await post(`${url}/api/v1${path}`, body, { origin });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { cookie, origin };
}

/** The administrator, with a token of all scopes. */
export async function administrator(server: Pick<Server, 'url' | 'folder'>): Promise<Api> {
  return programOf(server.url, await administratorsBrowser(server));
}

/** A program with a new token of whoever is signed in. */
export async function programOf(
  url: string,
  browser: Credentials,
  scopes: readonly string[] = ['read', 'upload', 'write'],
): Promise<Api> {
  const made = await post(`${url}/api/v1/tokens`, { name: 'acceptance', scopes }, browser);
  const { secret } = (await made.json()) as { secret: string };
  return apiAs(url, { authorization: `Bearer ${secret}` });
}

/** Whoever has these headers. */
export function apiAs(url: string, headers: Readonly<Record<string, string>>): Api {
  const ask: Api['fetch'] = (path, init = {}) =>
    fetch(`${url}/api/v1${path}`, { ...init, headers: { ...headers, ...init.headers } });
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const answer = await ask(path, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const session: Api['session'] = (id) => json(`/sessions/${id}`);
  return {
    url,
    headers,
    at: (other) => apiAs(other, headers),
    fetch: ask,
    json,
    session,
    send: (method, path, body) => ask(path, sending(method, body)),
    async addHorse(name) {
      const body = { name, timeZone: 'Europe/Berlin' };
      return (await json<{ id: string }>('/horses', sending('POST', body))).id;
    },
    upload: (horse, bytes, said = '') =>
      json(`/recordings?horse=${horse}&name=ride.csv${said}`, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': 'text/csv', 'content-sha256': sha256(bytes) },
      }),
    uploadSlowly: (horse, bytes, tenths) =>
      json(`/recordings?horse=${horse}&name=slow.csv`, {
        method: 'POST',
        body: ReadableStream.from(inPieces(bytes, tenths)),
        duplex: 'half',
        headers: { 'content-type': 'text/csv' },
      }),
    async all<T>(path: string) {
      const items: T[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
        const page: Page<T> = await json(`${path}?limit=200${query}`);
        items.push(...page.items);
        after = page.next;
      }
      return items;
    },
    async settled(id) {
      for (;;) {
        const now = await session(id);
        if (now.state !== 'queued' && now.state !== 'running') return now;
        await setTimeout(100);
      }
    },
  };
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

async function* inPieces(bytes: Uint8Array, count: number): AsyncGenerator<Uint8Array> {
  const length = Math.ceil(bytes.length / count);
  for (let from = 0; from < bytes.length; from += length) {
    yield bytes.subarray(from, from + length);
    await setTimeout(100);
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const sending = (method: string, body: object): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

async function post(url: string, body: object, headers: Readonly<Record<string, string>>): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
