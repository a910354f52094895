import { Failure, InvalidInput, Unavailable } from '@piaffe/kernel';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { traceIdOf } from './edge.ts';
import { isProblemCode, type Problem, type ProblemCode, problemTable } from './problems.ts';
import { nothingHere, Refusal } from './refusal.ts';
import { endBody } from './request-body.ts';

const ofFramework: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: ['body-not-json', 'The body is empty. Send JSON.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['body-not-json', 'The body cannot be read as JSON.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['content-type-not-supported', 'Send application/json.'],
  FST_ERR_CTP_INVALID_TYPE: ['content-type-not-supported', 'Send application/json.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'Send less at once.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'request-malformed',
    'The body is not as long as Content-Length says.',
  ],
  FST_ERR_BAD_URL: ['path-not-valid', 'The path cannot be decoded.'],
  FST_ERR_MAX_PARAM_LENGTH: ['not-found', 'There is nothing at this path.'],
};

/** Headers that a route may have set before it failed. */
const ofTheFile = ['accept-ranges', 'content-disposition', 'content-range', 'etag', 'set-cookie'];

/** Answers an error as a problem. What nobody foresaw is logged whole and answered with nothing but the request's id. */
export function answerFault(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, detail, extras, headers = {} } = refusalFor(error);
  if (code === 'unexpected') {
    const ids = { requestId: request.id, traceId: traceIdOf(request.edge) };
    request.log.error({ err: error, ...ids }, 'a request failed');
  }
  const problem = problemOf(code, detail, request.id, extras);
  if (extras.retryAfter !== undefined) reply.header('retry-after', extras.retryAfter);
  if (code === 'not-signed-in') reply.header('www-authenticate', 'Bearer');
  for (const name of ofTheFile) reply.removeHeader(name);
  endBody(request, reply);
  return reply
    .code(problem.status)
    .headers(headers)
    .headers({
      'x-request-id': request.id,
      'cache-control': 'no-store',
      'content-type': 'application/problem+json; charset=utf-8',
    })
    .send(JSON.stringify(problem));
}

export function problemOf(
  code: ProblemCode,
  detail: string,
  requestId: string,
  extras: Refusal['extras'] = {},
): Problem {
  const [status, title] = problemTable[code];
  return { type: `urn:piaffe:problem:${code}`, title, status, detail, code, ...extras, requestId };
}

function refusalFor(
  error: unknown,
): Pick<Refusal, 'code' | 'extras'> & Partial<Pick<Refusal, 'headers'>> & { readonly detail: string } {
  if (error instanceof Refusal) {
    const { code, message: detail, extras, headers } = error;
    return { code, detail, extras, headers };
  }
  if (error instanceof Unavailable) return unavailable(error);
  if (error instanceof Failure && isProblemCode(error.code)) {
    const { detail = error.message, ...extras } = error.details as Record<string, unknown>;
    return { code: error.code, detail: String(detail), extras };
  }
  if (error instanceof InvalidInput) {
    return { code: 'input-not-valid', detail: `${error.problems.join('; ')}.`, extras: {} };
  }
  const [code, detail] = ofLibraries(error);
  return { code, detail, extras: {} };
}

/** What fastify and its plugins refuse, by its code, else by its status. Everything else is our fault. */
function ofLibraries(error: unknown): readonly [ProblemCode, string] {
  const { code = '', statusCode = 500 } = (error ?? {}) as Partial<FastifyError>;
  if (ofFramework[code] !== undefined) return ofFramework[code];
  if (statusCode === 403 || statusCode === 404) return ['not-found', nothingHere().message];
  if (statusCode >= 400 && statusCode < 500)
    return ['request-malformed', 'The request cannot be understood.'];
  return ['unexpected', 'This is our fault. If it happens again, report it with the request id.'];
}

function unavailable({ need, cause, message, feature, retryAfter }: Unavailable) {
  const code = cause === 'full' ? 'storage-full' : cause === 'slow' ? 'too-slow' : 'unavailable';
  const extras = { need, feature, retryAfter: Math.max(1, Math.ceil(retryAfter ?? 5)) };
  return { code, detail: message, extras } as const;
}
