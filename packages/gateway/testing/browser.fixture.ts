import assert from 'node:assert/strict';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, of an answer that must be one that went well. */
  ok<T = Record<string, unknown>>(): T;
  /** The code of the problem that it must be. */
  problem(): string;
}

interface Options {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | ReadableStream<Uint8Array>;
}

/** What asks the API as a page in a browser does: with its cookies, and saying where it comes from. */
export interface Browser {
  readonly url: string;
  readonly cookie: () => string;
  get(path: string, headers?: Options['headers']): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  send(method: string, path: string, options?: Options): Promise<Answer>;
  /** The same, with JSON. */
  json(method: string, path: string, body?: unknown, headers?: Options['headers']): Promise<Answer>;
  upload(
    horse: string,
    file: string | Uint8Array,
    query?: string,
    headers?: Options['headers'],
  ): Promise<Answer>;
}

export function browserAt(url: string): Browser {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  const send: Browser['send'] = async (method, path, { headers = {}, body } = {}) => {
    const shown = { origin: new URL(url).origin, ...(jar.size > 0 ? { cookie: cookie() } : {}), ...headers };
    const response = await fetch(
      `${url}${/^\/(api|health|metrics)\b|^\/$/.test(path) ? '' : '/api/v1'}${path}`,
      {
        method,
        headers: shown,
        redirect: 'manual',
        ...(body === undefined ? {} : { body, duplex: 'half' }),
      } as Parameters<typeof fetch>[1],
    );
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    // A stream of events has no end to wait for.
    const isStream = response.headers.get('content-type') === 'text/event-stream';
    if (isStream) await response.body?.cancel();
    return answer(response.status, response.headers, isStream ? '' : await response.text());
  };
  const json: Browser['json'] = (method, path, body, headers = {}) =>
    send(
      method,
      path,
      body === undefined
        ? { headers }
        : { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) },
    );
  return {
    url,
    cookie,
    send,
    json,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body) => json('POST', path, body),
    upload: (horse, body, query = '', headers = {}) =>
      send('POST', `/recordings?horse=${horse}${query}`, {
        body,
        headers: { 'content-type': 'text/csv', ...headers },
      }),
  };
}

function answer(status: number, headers: Headers, text: string): Answer {
  return {
    status,
    headers,
    text,
    ok() {
      assert.ok(status >= 200 && status < 300, `${status} ${text}`);
      return text === '' ? {} : JSON.parse(text);
    },
    problem() {
      assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/, text);
      const problem = JSON.parse(text);
      assert.equal(problem.status, status);
      assert.equal(problem.requestId, headers.get('x-request-id'));
      return problem.code;
    },
  };
}
