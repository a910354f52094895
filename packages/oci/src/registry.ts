import type { Credentials } from './credentials.ts';
import { type Descriptor, digestOf, mediaTypes } from './descriptor.ts';
import { type Image, neededBy } from './image.ts';
import type { Reference } from './reference.ts';

/** Bytes so far, of all that there is to send or fetch. */
export type OnBytes = (done: number, total: number) => void;

const withinMs = 120_000;
const chunkBytes = 1 << 20;
const loopback = /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/;

/** What a registry refuses or cannot do, in words for whoever deploys. */
export class RegistryProblem extends Error {
  override readonly name = 'RegistryProblem';
}

/** One repository of a registry, by the OCI distribution specification 1.1. Rejects with `RegistryProblem`. */
export class Repository {
  readonly #reference: Reference;
  readonly #credentials: Credentials | null;
  readonly #base: string;
  #authorization: string | null = null;

  constructor(reference: Reference, credentials: Credentials | null) {
    this.#reference = reference;
    this.#credentials = credentials;
    const { registry, repository } = reference;
    this.#base = `${loopback.test(registry) ? 'http' : 'https'}://${registry}/v2/${repository}`;
  }

  /** Sends what is not there yet, the manifest last, under the name of the reference. How many bytes were sent. */
  async push({ manifest, blobs }: Image, onBytes: OnBytes = () => {}): Promise<number> {
    const bytesOf = ({ digest }: Descriptor) => blobs.get(digest)!;
    const needed = neededBy(bytesOf(manifest));
    const missing = await Promise.all(needed.map(async (each) => ((await this.#has(each)) ? [] : [each])));
    const toSend = missing.flat();
    const total = toSend.reduce((sum, { size }) => sum + size, 0);
    let sent = 0;
    for (const each of toSend) {
      await this.#pushBlob(each.digest, bytesOf(each), (count) => {
        sent += count;
        onBytes(sent, total);
      });
    }
    await this.#ask('PUT', `/manifests/${this.#reference.name}`, [201], {
      body: new Uint8Array(bytesOf(manifest)),
      headers: { 'content-type': manifest.mediaType },
    });
    return total;
  }

  /** Fetches an image, whole, and holds each part of it to its digest. `kept` gives what is on this machine already. */
  async pull(
    onBytes: OnBytes = () => {},
    kept: (digest: string) => Promise<Uint8Array | null> = async () => null,
  ): Promise<Image> {
    const { name } = this.#reference;
    const accept = mediaTypes.manifest;
    const answer = await this.#ask('GET', `/manifests/${name}`, [200], { headers: { accept } });
    const bytes = await answer.bytes();
    const digest = digestOf(bytes);
    if (name.includes(':') && digest !== name) throw this.#problem(`gave ${digest} for ${name}`);
    const needed = neededBy(bytes);
    const total = needed.reduce((sum, { size }) => sum + size, 0);
    const blobs = new Map<string, Uint8Array>([[digest, bytes]]);
    let done = 0;
    for (const each of needed) {
      const blob = (await kept(each.digest)) ?? (await this.#pullBlob(each));
      if (digestOf(blob) !== each.digest) throw this.#problem(`gave other bytes than ${each.digest}`);
      blobs.set(each.digest, blob);
      done += each.size;
      onBytes(done, total);
    }
    return { manifest: { mediaType: accept, digest, size: bytes.length }, blobs };
  }

  async #has({ digest }: Descriptor): Promise<boolean> {
    return (await this.#ask('HEAD', `/blobs/${digest}`, [200, 404])).status === 200;
  }

  async #pullBlob({ digest }: Descriptor): Promise<Uint8Array> {
    return (await this.#ask('GET', `/blobs/${digest}`, [200])).bytes();
  }

  async #pushBlob(digest: string, bytes: Uint8Array, onSent: (count: number) => void): Promise<void> {
    const opened = await this.#ask('POST', '/blobs/uploads/', [202]);
    const place = new URL(opened.headers.get('location') ?? '', this.#base);
    place.searchParams.set('digest', digest);
    await this.#ask('PUT', place.href, [201], {
      body: inChunks(bytes, onSent),
      headers: { 'content-type': 'application/octet-stream', 'content-length': `${bytes.length}` },
    });
  }

  async #ask(
    method: string,
    path: string,
    statuses: readonly number[],
    {
      body,
      headers = {},
    }: {
      readonly body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
      readonly headers?: Record<string, string>;
    } = {},
  ): Promise<Response> {
    const url = path.startsWith('/') ? `${this.#base}${path}` : path;
    const send = () =>
      fetch(url, {
        method,
        headers: this.#authorization === null ? headers : { ...headers, authorization: this.#authorization },
        signal: AbortSignal.timeout(withinMs),
        ...(body === undefined ? {} : { body, duplex: 'half' }),
      }).catch((error) => {
        const { code } = (error.cause ?? error) as { code?: string };
        throw this.#problem(`does not answer (${code ?? error.name})`);
      });
    let answer = await send();
    // The first question of each kind carries no body worth repeating.
    if (answer.status === 401 && this.#authorization === null) {
      await answer.body?.cancel();
      this.#authorization = await this.#authorize(answer.headers.get('www-authenticate') ?? '');
      answer = await send();
    }
    if (statuses.includes(answer.status)) return answer;
    throw this.#problem(await refusal(answer, method, new URL(url).pathname));
  }

  /** What a challenge asks for: the credentials themselves, or a token that a service gives for them (RFC 6750). */
  async #authorize(challenge: string): Promise<string> {
    const { user, password } = this.#credentials ?? { user: '', password: '' };
    const basic = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (/^basic/i.test(challenge)) {
      if (this.#credentials === null) throw this.#problem(notSignedIn);
      return basic;
    }
    const fields = Object.fromEntries(
      [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    if (fields.realm === undefined)
      throw this.#problem('asks for credentials in a way that is not known here');
    const url = new URL(fields.realm);
    if (url.protocol !== 'https:' && !loopback.test(url.host))
      throw this.#problem(`wants a password sent to ${url.host} in the clear, which is not done`);
    if (fields.service !== undefined) url.searchParams.set('service', fields.service);
    url.searchParams.set('scope', `repository:${this.#reference.repository}:pull,push`);
    const answer = await fetch(url, {
      headers: this.#credentials === null ? {} : { authorization: basic },
      signal: AbortSignal.timeout(withinMs),
    });
    if (!answer.ok) throw this.#problem(notSignedIn);
    const { token, access_token: other } = (await answer.json()) as { token?: string; access_token?: string };
    return `Bearer ${token ?? other ?? ''}`;
  }

  #problem(what: string): RegistryProblem {
    const { registry, repository } = this.#reference;
    return new RegistryProblem(`The registry ${registry} ${what} (${repository}).`);
  }
}

const notSignedIn = 'wants to know who asks: sign in by "docker login", or name another with DOCKER_CONFIG';

async function refusal(answer: Response, method: string, path: string): Promise<string> {
  const { status } = answer;
  const text = await answer.text().catch(() => '');
  if (status === 401 || status === 403) return notSignedIn;
  if (status === 404 && method === 'GET') return `has no ${path.split('/').at(-1)}`;
  return `answered ${method} ${path} with ${status} ${text.slice(0, 200)}`.trimEnd();
}

function inChunks(bytes: Uint8Array, onSent: (count: number) => void): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const chunk = bytes.subarray(at, at + chunkBytes);
      at += chunk.length;
      onSent(chunk.length);
      controller.enqueue(chunk);
    },
  });
}
