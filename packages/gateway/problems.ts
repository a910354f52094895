import { nullable } from '@piaffe/kernel';
import { State } from '@piaffe/sessions/contract';
import { type Static, Type } from 'typebox';

/**
 * Every code that an answer of this API can carry, with its status and its title. Codes are stable: programs tell
 * problems apart by them, never by the words.
 */
export const problemTable = {
  // The request itself
  'input-not-valid': [400, 'The request is not valid'],
  'body-not-json': [400, 'The body is not JSON'],
  'request-malformed': [400, 'The request is malformed'],
  'path-not-valid': [400, 'The path is not valid'],
  'headers-too-slow': [408, 'The headers took too long to arrive'],
  'body-too-slow': [408, 'The body took too long to arrive'],
  'upload-too-slow': [408, 'The recording came too slowly'],
  'body-too-large': [413, 'The body is too large'],
  'recording-too-large': [413, 'The recording is too large'],
  'content-type-not-supported': [415, 'The content type is not supported'],
  'content-encoding-not-supported': [415, 'The content encoding is not supported'],
  'range-not-satisfiable': [416, 'The range lies outside the file'],
  'recording-empty': [400, 'The recording is empty'],
  'export-not-valid': [422, 'This is no export, or it is damaged'],
  'upload-cut-off': [400, 'The recording did not arrive whole'],
  'checksum-mismatch': [422, 'The recording did not arrive as it was sent'],
  'headers-too-large': [431, 'The headers are too large'],

  // Who may
  'not-signed-in': [401, 'Not signed in'],
  'credentials-wrong': [401, 'The name or the password is wrong'],
  'not-allowed': [403, 'Not allowed'],
  'token-not-allowed': [403, 'Not for tokens'],
  'scope-missing': [403, 'The token may not do this'],
  'origin-not-allowed': [403, 'The request comes from another site'],
  'link-not-valid': [410, 'The link is not valid'],
  'last-administrator': [409, 'Somebody has to run the server'],
  'name-taken': [409, 'The name is taken'],
  'account-suspended': [409, 'The account is suspended'],
  'name-not-valid': [422, 'The name is not valid'],
  'password-too-weak': [422, 'The password is too weak'],
  'expiry-not-valid': [422, 'The expiry is not valid'],

  // What is not there
  'not-found': [404, 'Nothing is here'],
  'account-not-found': [404, 'No such account'],
  'invitation-not-found': [404, 'No such invitation'],
  'token-not-found': [404, 'No such token'],
  'horse-not-found': [404, 'No such horse'],
  'rider-not-found': [404, 'No such rider'],
  'session-not-found': [404, 'No such session'],
  'recording-not-found': [404, 'No such recording'],
  'note-not-found': [404, 'No such note'],
  'event-not-found': [404, 'No such event'],
  'sign-in-not-found': [404, 'No such sign-in'],
  'no-result': [409, 'There is no result yet'],

  // What cannot be done
  'after-not-valid': [400, 'No page gave this'],
  'birth-year-not-valid': [422, 'The birth year is not valid'],
  'event-time-not-valid': [422, 'The time of the event is not valid'],
  'time-zone-not-known': [422, 'The time zone is not known'],
  'started-at-not-valid': [422, 'The start is not valid'],
  'trim-not-valid': [422, 'The trim is not valid'],
  'corrections-not-valid': [422, 'The corrections are not valid'],
  'sessions-not-valid': [422, 'The sessions cannot be compared'],
  'merge-not-possible': [409, 'These sessions cannot be merged'],
  'too-many-notes': [409, 'The ride has too many notes'],
  'too-many-events': [409, 'The horse has too many events'],
  'too-many-recordings': [409, 'The ride has too many recordings'],
  'nothing-to-split': [409, 'There is nothing to split'],
  'nothing-to-retry': [409, 'There is nothing to try again'],

  // Too much, or not now
  'too-many-requests': [429, 'Too many requests'],
  'too-many-attempts': [429, 'Too many attempts'],
  'too-many-event-streams': [429, 'Too many event streams'],
  'recording-damaged': [500, 'The recording is damaged'],
  unexpected: [500, 'Something went wrong on our side'],
  busy: [503, 'Too much is asked at once'],
  unavailable: [503, 'A part of the server cannot answer'],
  'too-slow': [504, 'A part of the server took too long'],
  'storage-full': [507, 'The disk is full'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemCode = keyof typeof problemTable;

/** RFC 9457, with a stable `code` and what else a problem has to say. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'urn:piaffe:problem: and the code' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What happened and what to do, for people' }),
    code: Type.String({ description: 'Stable: tell problems apart by it' }),
    requestId: Type.String({ description: 'Give it when you report the problem' }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          in: Type.Enum(['body', 'query', 'path', 'headers']),
          field: Type.String({ description: 'Empty when it is the whole' }),
          message: Type.String(),
        }),
        { description: 'What is wrong with the request, the first few' },
      ),
    ),
    retryAfter: Type.Optional(Type.Integer({ minimum: 1, description: 's until asking again may help' })),
    state: Type.Optional(State),
    need: Type.Optional(Type.String({ description: 'Which part of the server cannot answer' })),
    feature: Type.Optional(nullable(Type.String({ description: 'What one has to do without' }))),
  },
  { description: 'A problem, as RFC 9457 has it' },
);
export type Problem = Static<typeof Problem>;

export const statusOf = (code: ProblemCode): number => problemTable[code][0];
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemTable, code);
