import { Failure, InvalidInput, Unavailable } from '@piaffe/kernel';
import { whyNotAnalysed } from '@piaffe/results';
import type { FastifyError } from 'fastify';
import { FileTooLarge, ScratchFull } from '../scratch/scratch.ts';
import { type ProblemCode, Refusal } from './problems.ts';

/** Whatever was thrown, as the answer to whoever asked. What nobody foresaw is `unexpected`. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Unavailable) return ofUnavailable(error);
  if (error instanceof InvalidInput) return new Refusal('input-not-valid', `${error.problems.join('; ')}.`);
  const rejected = whyNotAnalysed(error);
  if (rejected !== null)
    return new Refusal('recording-rejected', rejected.detail, { closerCode: rejected.code });
  if (error instanceof Failure && error.code === 'sessions-not-valid')
    return new Refusal('sessions-not-valid', `${error.message}.`);
  if (error instanceof FileTooLarge)
    return new Refusal('body-too-large', 'Send a smaller file, or split it.');
  if (error instanceof ScratchFull || (error as NodeJS.ErrnoException)?.code === 'ENOSPC')
    return new Refusal('storage-full', 'What is worked on takes all the room. Try again in a while.', {
      retryAfter: 10,
    });
  return ofFramework(error);
}

const later = { retryAfter: 5 };

function ofUnavailable({ cause, message, retryAfter }: Unavailable): Refusal {
  const again = { retryAfter: Math.max(1, Math.ceil(retryAfter ?? 5)) };
  switch (cause) {
    case 'exhausted':
      return new Refusal('needs-too-much-memory', `${message}. Send less at once, or give the service more.`);
    case 'crashed':
      return new Refusal(
        'computation-broke-down',
        `${message}. The others go on. If it happens again, report it.`,
      );
    case 'slow':
      return new Refusal('too-slow', `${message}. Send less at once.`);
    case 'overloaded':
      return new Refusal('busy', `${message}.`, again);
    default:
      return new Refusal('unavailable', `${message}.`, again ?? later);
  }
}

const framework: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['content-type-not-supported', 'See /docs for what can be sent.'],
  FST_ERR_CTP_INVALID_TYPE: ['content-type-not-supported', 'See /docs for what can be sent.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'Send less at once.'],
};

function ofFramework(error: unknown): Refusal {
  const { code = '', statusCode = 500 } = (error ?? {}) as Partial<FastifyError>;
  const known = framework[code];
  if (known !== undefined) return new Refusal(...known);
  if (statusCode === 404) return new Refusal('not-found', 'There is nothing at this path; see /docs.');
  if (statusCode >= 400 && statusCode < 500)
    return new Refusal('request-malformed', 'The request cannot be understood.');
  return new Refusal('unexpected', 'This is our fault. If it happens again, report it with the request id.');
}
