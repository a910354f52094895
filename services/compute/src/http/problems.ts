import { type Static, Type } from 'typebox';

/**
 * The codes of the service's own, with status and title. Codes are stable: programs tell problems apart by them. A recording
 * that cannot be used answers 422 with the code that `piaffe analyse` gives it, such as `no-usable-samples`.
 */
export const problemTable = {
  'input-not-valid': [400, 'The request is not valid'],
  'request-malformed': [400, 'The request is malformed'],
  'batch-broken': [400, 'The batch cannot be read any further'],
  'recording-empty': [400, 'The recording is empty'],
  'upload-cut-off': [400, 'The body did not arrive whole'],
  'token-missing': [401, 'A token is needed'],
  'token-not-known': [401, 'The token is not known'],
  'origin-not-allowed': [403, 'The request comes from a web page'],
  'not-found': [404, 'Nothing is here'],
  'not-acceptable': [406, 'There is no such form of the answer'],
  'upload-too-slow': [408, 'The body came too slowly'],
  'length-required': [411, 'The length of the body is missing'],
  'body-too-large': [413, 'The body is too large'],
  'content-encoding-not-supported': [415, 'The content encoding is not supported'],
  'content-type-not-supported': [415, 'The content type is not supported'],
  'recording-rejected': [422, 'The recording cannot be used'],
  'checksum-mismatch': [422, 'The body did not arrive as it was sent'],
  'needs-too-much-memory': [422, 'It needs more memory than one request may have'],
  'nothing-usable': [422, 'Nothing of it can be used'],
  'several-horses': [422, 'These are several horses'],
  'sessions-not-valid': [422, 'The sessions cannot be compared'],
  unexpected: [500, 'Something went wrong on our side'],
  'computation-broke-down': [500, 'The computation broke down on this'],
  busy: [503, 'Too much is asked at once'],
  unavailable: [503, 'The computation is not running at the moment'],
  'too-slow': [504, 'It took too long'],
  'storage-full': [507, 'There is no room for it'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemCode = keyof typeof problemTable;

/** RFC 9457, with a stable `code`. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'urn:piaffe:problem: and the code' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What happened and what to do, for people' }),
    code: Type.String({ description: 'Stable: tell problems apart by it' }),
    requestId: Type.String({ description: 'Give it when you report the problem' }),
    retryAfter: Type.Optional(Type.Integer({ minimum: 1, description: 's until asking again may help' })),
  },
  { description: 'A problem, as RFC 9457 has it' },
);
export type Problem = Static<typeof Problem>;

/** A no to a request. `detail` says what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  /** What the problem goes by where aggregation has a closer code for it. */
  readonly closerCode: string | null;
  readonly retryAfter: number | null;

  constructor(
    code: ProblemCode,
    detail: string,
    { closerCode = null, retryAfter = null }: { closerCode?: string | null; retryAfter?: number | null } = {},
  ) {
    super(detail);
    this.code = code;
    this.closerCode = closerCode;
    this.retryAfter = retryAfter;
  }
}

export function problemOf(
  { code: own, closerCode, message, retryAfter }: Refusal,
  requestId: string,
): Problem {
  const [status, title] = problemTable[own];
  const code = closerCode ?? own;
  return {
    type: `urn:piaffe:problem:${code}`,
    title,
    status,
    detail: message,
    code,
    ...(retryAfter === null ? {} : { retryAfter }),
    requestId,
  };
}
