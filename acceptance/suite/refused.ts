import assert from 'node:assert/strict';

/** What a refusal says beside its code. */
export interface Refusal {
  readonly detail: string;
  readonly errors?: readonly { readonly in: string; readonly field: string }[];
  readonly retryAfter?: number;
  readonly need?: string;
}

/** That an answer is this problem, in the form in which every problem is told. */
export async function refused(answer: Response, status: number, code: string): Promise<Refusal> {
  const kind = answer.headers.get('content-type') ?? '';
  // Anything else may have no end.
  const text = /json/.test(kind) ? await answer.text() : `${answer.url} answered ${answer.status} as ${kind}`;
  assert.equal(answer.status, status, text);
  assert.match(kind, /^application\/problem\+json/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const { type, title, detail, requestId, ...rest } = JSON.parse(text);
  assert.deepEqual(
    { type, status: rest.status, code: rest.code, requestId },
    { type: `urn:piaffe:problem:${code}`, status, code, requestId: answer.headers.get('x-request-id') },
  );
  assert.ok(title.length > 0 && detail.length > 0 && requestId.length > 0, text);
  if (rest.retryAfter !== undefined) assert.equal(answer.headers.get('retry-after'), String(rest.retryAfter));
  return { detail, ...rest };
}
