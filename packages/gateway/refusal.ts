import type { Problem, ProblemCode } from './problems.ts';

type Extras = Partial<Pick<Problem, 'errors' | 'retryAfter' | 'state' | 'need' | 'feature'>>;

/** The gateway's own no to a request. `detail` says what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly extras: Extras;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, extras: Extras = {}, headers: Refusal['headers'] = {}) {
    super(detail);
    this.code = code;
    this.extras = extras;
    this.headers = headers;
  }
}

export const nothingHere = () => new Refusal('not-found', 'There is nothing at this path.');
