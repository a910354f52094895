import assert from 'node:assert/strict';
import type { Api } from './api.fixture.ts';

/** Long enough for anything to be told; whoever waits for what never comes is told what came. */
const patienceSeconds = 60;

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
  const more = async () => {
    const { value = '', done } = await reader.read().catch(() => ({ value: '', done: true }));
    assert.ok(!done, `it ended, or nothing more came, after: ${told}`);
    told += value;
  };
  return {
    async until(pattern) {
      const patience = setTimeout(() => closing.abort(), patienceSeconds * 1000);
      try {
        while (!pattern.test(told)) await more();
      } finally {
        clearTimeout(patience);
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
