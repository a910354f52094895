/**
 * What the server answered instead of what was asked for. Tell problems apart by `code`, which is stable; `detail` is a
 * sentence for people. `status` is 0 and `code` is `unreachable` when no answer came at all.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** To be given when the problem is reported; null when the answer did not come from Piaffe. */
  readonly requestId: string | null;
  /** s until asking again may help; null when the server did not say. */
  readonly retryAfter: number | null;
  /** Which part of the server could not answer, where it was that. */
  readonly need: string | null;

  constructor(
    problem: Pick<ApiProblem, 'status' | 'code' | 'detail' | 'requestId' | 'retryAfter'> & {
      readonly need?: string | null;
    },
    cause?: unknown,
  ) {
    super(problem.detail, cause === undefined ? undefined : { cause });
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.retryAfter = problem.retryAfter;
    this.need = problem.need ?? null;
  }
}

/** The problem in an answer that is not what was asked for: application/problem+json, or what a proxy in between wrote. */
export function problemIn(status: number, body: string, header: (name: string) => string | null): ApiProblem {
  const given = parsed(body);
  return new ApiProblem({
    status,
    code: textOr(given.code, `http-${status}`),
    detail: textOr(given.detail, `The server answered with status ${status} and did not say why. Try again.`),
    requestId: typeof given.requestId === 'string' ? given.requestId : header('x-request-id'),
    need: typeof given.need === 'string' ? given.need : null,
    retryAfter: seconds(given.retryAfter) ?? seconds(header('retry-after')),
  });
}

/** No answer: there is no connection, or the server is not there. */
export function unreachable(cause: unknown): ApiProblem {
  const detail = 'The server cannot be reached. Check the connection, then try again.';
  return local('unreachable', detail, cause);
}

/** The file that was to be sent is not there any more as it was. */
export function unreadable(cause: unknown): ApiProblem {
  const detail =
    'The file cannot be read: it was changed, moved or removed after it was chosen. Choose it again.';
  return local('file-unreadable', detail, cause);
}

function local(code: string, detail: string, cause: unknown): ApiProblem {
  return new ApiProblem({ status: 0, code, detail, requestId: null, retryAfter: null }, cause);
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function seconds(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
