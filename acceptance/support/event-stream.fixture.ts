import assert from 'node:assert/strict';
import type { Api } from './api.fixture.ts';

/** A stream of server-sent events; disposing of it closes it. */
export interface EventStream extends AsyncDisposable {
  /** Reads on until what came matches; everything that came. */
  until(pattern: RegExp): Promise<string>;
  /** The id of the last whole event of what came. */
  lastIdIn(told: string): string;
}

export async function follow(
  api: Api,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventStream> {
  const closing = new AbortController();
  const answer = await api.fetch(path, { headers, signal: closing.signal });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let told = '';
  return {
    async until(pattern) {
      while (!pattern.test(told)) {
        const { value = '', done } = await reader.read();
        assert.ok(!done, `it ended after: ${told}`);
        told += value;
      }
      return told;
    },
    lastIdIn: (text) => [...text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? '',
    async [Symbol.asyncDispose]() {
      closing.abort();
      await reader.closed.catch(() => {});
    },
  };
}
