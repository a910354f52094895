import { Corrections, Gait, Metric, Mount, Quality, SessionResult } from '@piaffe/aggregation/contract';
import { Principal } from '@piaffe/auth/contract';
import { closed, defineContract, Id, Instant, nullable, operation, PageRequest, page } from '@piaffe/kernel';
import { AddedMetric, MetricDescription } from '@piaffe/metric/contract';
import { type Static, Type } from 'typebox';

export { pluginNeed, sessionsNeeds } from './declared-needs.ts';

const detail = closed({ detail: Type.String() });
const nothing = closed({});
/** Four times the longest ride: a number beyond is a mistake, and some cannot be stored. */
const longestSeconds = 48 * 3600;
const seconds = Type.Number({ minimum: 0, maximum: longestSeconds, description: 's from the first sample' });

export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/**
 * `queued` waits for its analysis; `running`; `done`; `failed` the recording cannot be used, and trying again would not
 * help; `quarantined` the analysis was tried three times and did not end.
 */
export const State = Type.Enum(['queued', 'running', 'done', 'failed', 'quarantined']);
export type State = Static<typeof State>;

/** What people say about a ride. `rider` is a rider of the stable. */
export const RideContext = closed({
  type: nullable(Type.String({ maxLength: 100, description: 'dressage, jumping, hack, lunge ...' })),
  surface: nullable(Type.String({ maxLength: 100 })),
  rider: nullable(Id),
  mount: nullable(Mount),
});
export type RideContext = Static<typeof RideContext>;

/** A file as it was handed in; its bytes never change. */
export const RawRecording = closed({
  id: Id,
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 0 }),
  name: Type.String({ maxLength: 200, description: 'What the file was called; never a path' }),
  startedAt: nullable(
    Type.String({ description: 'ISO 8601 with offset, as said when it was handed in; wins over the file' }),
  ),
  receivedAt: Instant,
  role: Type.Enum(['motion', 'companion'], {
    description: 'companion: heart rate or position recorded beside the motion',
  }),
});
export type RawRecording = Static<typeof RawRecording>;

/** The acknowledgement: from here on the recording is safe. */
export const Receipt = closed({
  id: Id,
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 0 }),
  receivedAt: Instant,
});
export type Receipt = Static<typeof Receipt>;

/** Where somebody puts a note. A merge may move it on. */
export const NoteTime = nullable(
  Type.Number({
    minimum: 0,
    maximum: longestSeconds,
    description: 's from the first sample; null: about the whole ride',
  }),
);

export const Note = closed({
  id: Id,
  at: nullable(
    Type.Number({ minimum: 0, description: 's from the first sample; null: about the whole ride' }),
  ),
  text: Type.String({ minLength: 1, maxLength: 4000 }),
  createdAt: Instant,
  editedAt: nullable(Instant),
});
export type Note = Static<typeof Note>;

/** Enough of a result for a line in a list. */
export const Overview = closed({
  durationSeconds: Type.Number({ minimum: 0 }),
  gaits: Type.Array(closed({ gait: Gait, seconds: Type.Number({ minimum: 0 }) })),
  symmetryScore: Metric,
});
export type Overview = Static<typeof Overview>;

export const Trim = closed({ from: seconds, to: seconds });
export type Trim = Static<typeof Trim>;

/** Which of one's sessions; null asks for nothing. Instants are of the ride's start. */
export const SessionFilter = {
  horse: nullable(Id),
  from: nullable(Instant),
  to: nullable(Instant),
  type: nullable(RideContext.properties.type),
  surface: nullable(RideContext.properties.surface),
  rider: nullable(Id),
};

/** The numbers of many sessions, a column per metric; what trends are made of. */
export const Numbers = closed({
  sessions: Type.Array(
    closed({
      id: Id,
      startedAt: Type.String({ description: 'ISO 8601 with offset' }),
      algorithm: Type.String({ description: 'name@version' }),
      ...RideContext.properties,
    }),
    { description: 'Those that have a result and a start, in order of time' },
  ),
  columns: Type.Array(
    closed({
      name: Type.String({ description: 'Path of the metric in a result, such as gaits.trot.cadence' }),
      values: Type.Array(nullable(Type.Number())),
      qualities: Type.Array(Quality),
    }),
  ),
  withoutStart: Type.Integer({
    minimum: 0,
    description: 'How many were left out as nobody knows when they began',
  }),
});
export type Numbers = Static<typeof Numbers>;

/** A session of anybody whose analysis did not succeed; says nothing about the ride. */
export const Troubled = closed({
  session: Id,
  owner: Id,
  state: Type.Enum(['failed', 'quarantined']),
  reason: nullable(Type.String()),
  attempts: Type.Integer({ minimum: 0 }),
  receivedAt: Instant,
});
export type Troubled = Static<typeof Troubled>;

/** How results would differ if they were computed anew now. Nothing is stored. */
export const Trial = closed({
  state: Type.Enum(['none', 'running', 'done', 'stopped']),
  startedAt: nullable(Instant),
  total: Type.Integer({ minimum: 0 }),
  done: Type.Integer({ minimum: 0 }),
  failed: Type.Integer({ minimum: 0 }),
  same: Type.Integer({ minimum: 0, description: 'Results that would be the same in every number' }),
  algorithms: Type.Array(
    closed({ from: Type.String(), to: Type.String(), sessions: Type.Integer({ minimum: 1 }) }),
  ),
  differences: Type.Array(
    closed({
      metric: Type.String(),
      sessions: Type.Integer({ minimum: 1, description: 'In how many it would differ' }),
      median: nullable(Type.Number({ description: 'Of the differences, new minus old' })),
      largest: nullable(Type.Number({ description: 'The one farthest from 0' })),
      appeared: Type.Integer({ minimum: 0 }),
      vanished: Type.Integer({ minimum: 0 }),
    }),
  ),
});
export type Trial = Static<typeof Trial>;

export const Session = closed({
  id: Id,
  horse: Id,
  state: State,
  reason: nullable(Type.String({ description: 'Why it failed or was quarantined, in words for the rider' })),
  progress: nullable(closed({ share: Type.Number({ minimum: 0, maximum: 1 }), step: Type.String() })),
  startedAt: nullable(
    Type.String({ description: 'ISO 8601 with offset; as said, else as the file says, else null' }),
  ),
  receivedAt: Instant,
  context: RideContext,
  recordings: Type.Array(RawRecording, { minItems: 1 }),
  trim: nullable(Trim),
  corrections: nullable(Corrections),
  notes: Type.Array(Note),
  overview: nullable(Overview),
  computed: nullable(
    closed({
      algorithm: Type.String(),
      version: Type.String(),
      at: Instant,
      current: Type.Boolean({
        description: 'False while a newer version is at work, or the trim has changed',
      }),
    }),
  ),
  removedAt: nullable(Instant),
  purgedAt: nullable(Type.String({ description: 'When a removed session is gone for good' })),
});
export type Session = Static<typeof Session>;

const { unit: _unit, ...described } = MetricDescription.properties;

/** What one plugin of the plan adds to a result. */
export const PluginAdded = closed({
  plugin: Type.String({ description: 'Its name in the plan' }),
  version: nullable(
    Type.String({ description: 'Of the plugin that gave these metrics; null while it has given none' }),
  ),
  state: Type.Enum(['measured', 'waiting', 'failed'], {
    description:
      'waiting: it has not had its turn, or is not there; failed: it was tried three times, or says that it cannot',
  }),
  problem: nullable(
    Type.String({
      description: 'Why there are none, or none of the present version, in words for the rider',
    }),
  ),
  measuredAt: nullable(Instant),
  metrics: Type.Array(closed({ ...described, metric: AddedMetric }), {
    description: 'In the order of the plugin; empty as long as it never said which it has',
  }),
});
export type PluginAdded = Static<typeof PluginAdded>;

export const Added = closed({ plugins: Type.Array(PluginAdded) });
export type Added = Static<typeof Added>;

const { notes: _, ...sessionWithoutNotes } = Session.properties;

/** A session in a list, where nobody reads its notes. */
export const ListedSession = closed({ ...sessionWithoutNotes, noteCount: Type.Integer({ minimum: 0 }) });
export type ListedSession = Static<typeof ListedSession>;

/** Something happened to a session. `id` rises; give the last one seen as `after`. */
export const SessionEvent = closed({
  id: Type.String({ maxLength: 64 }),
  kind: Type.Enum(['state', 'progress', 'done', 'failed']),
  session: Id,
  horse: Id,
  state: State,
  reason: nullable(Type.String()),
  progress: Session.properties.progress,
  at: Instant,
});
export type SessionEvent = Static<typeof SessionEvent>;

/** The work list in numbers; says nothing about whose rides they are. */
export const WorkStatus = closed({
  queued: Type.Integer(),
  running: Type.Integer(),
  failed: Type.Integer(),
  quarantined: Type.Integer(),
  done: Type.Integer(),
  oldestQueuedAt: nullable(Instant),
  algorithm: nullable(closed({ name: Type.String(), version: Type.String() })),
  blocked: nullable(Type.String({ description: 'Why nothing is being analysed just now' })),
});
export type WorkStatus = Static<typeof WorkStatus>;

const sessionErrors = { 'session-not-found': detail };
const own = { principal: Principal, session: Id };
const horseErrors = { 'horse-not-found': detail };
const noteErrors = { 'note-not-found': detail };
const tooManyNotes = { 'too-many-notes': detail };

/** Rides: the raw recordings, what is said about them, their results, and the work that is still to be done. */
export const sessionsContract = defineContract({
  name: 'sessions',
  version: '2.1.0',
  operations: {
    keep: operation({
      summary:
        'Acknowledges a recording whose bytes are durable already, and puts its analysis on the work list',
      input: closed({
        principal: Principal,
        horse: Id,
        blob: closed({ sha256: Sha256, bytes: Type.Integer({ minimum: 0 }) }),
        name: RawRecording.properties.name,
        startedAt: RawRecording.properties.startedAt,
        context: RideContext,
      }),
      output: closed({
        receipt: Receipt,
        session: Session,
        duplicate: Type.Boolean({
          description: 'The same bytes of the same owner: the session that has them already',
        }),
      }),
      errors: { ...horseErrors, 'rider-not-found': detail, 'started-at-not-valid': detail },
      idempotent: true,
    }),
    list: operation({
      summary: 'One’s sessions, the latest ride first',
      input: closed({
        principal: Principal,
        ...SessionFilter,
        state: nullable(State),
        removed: Type.Boolean({ description: 'The removed ones instead' }),
        ...PageRequest,
      }),
      output: page(ListedSession),
      errors: { 'after-not-valid': detail },
      idempotent: true,
    }),
    numbers: operation({
      summary: 'The numbers of one’s sessions, a column per metric asked for',
      input: closed({
        principal: Principal,
        ...SessionFilter,
        metrics: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 100 }),
      }),
      output: Numbers,
      errors: {},
      idempotent: true,
    }),
    session: operation({
      summary: 'One session',
      input: closed(own),
      output: Session,
      errors: sessionErrors,
      idempotent: true,
    }),
    result: operation({
      summary:
        'The metrics of a session, with its context filled in; those of an older version while a newer is at work',
      input: closed(own),
      output: closed({
        ...SessionResult.properties,
        degraded: Type.Optional(
          Type.Array(closed({ need: Type.String(), retryAfter: nullable(Type.Number()) }), {
            description: 'Whom nobody could ask: the names they would have given are null',
          }),
        ),
      }),
      errors: { ...sessionErrors, 'no-result': closed({ detail: Type.String(), state: State }) },
      idempotent: true,
    }),
    added: operation({
      summary: 'The metrics that plugins add to a result; they come by themselves behind it',
      input: closed(own),
      output: Added,
      errors: { ...sessionErrors, 'no-result': closed({ detail: Type.String(), state: State }) },
      idempotent: true,
    }),
    series: operation({
      summary: 'Where the display series of a session lies: a blob of JSON',
      input: closed(own),
      output: closed({ sha256: Sha256, bytes: Type.Integer({ minimum: 0 }) }),
      errors: { ...sessionErrors, 'no-result': closed({ detail: Type.String(), state: State }) },
      idempotent: true,
    }),
    recording: operation({
      summary: 'Where a raw recording of a session lies; the first one when none is named',
      input: closed({ ...own, recording: nullable(Id) }),
      output: RawRecording,
      errors: { ...sessionErrors, 'recording-not-found': detail },
      idempotent: true,
    }),
    change: operation({
      summary: 'Changes what is said about a ride, its horse or its start; leaves the rest',
      input: closed({
        ...own,
        changes: Type.Partial(
          closed({ horse: Id, startedAt: RawRecording.properties.startedAt, ...RideContext.properties }),
        ),
      }),
      output: Session,
      errors: { ...sessionErrors, ...horseErrors, 'rider-not-found': detail, 'started-at-not-valid': detail },
      idempotent: true,
    }),
    trim: operation({
      summary: 'Leaves out what lies before and after, or nothing again; the recording stays whole',
      input: closed({ ...own, trim: nullable(Trim) }),
      output: Session,
      errors: { ...sessionErrors, 'trim-not-valid': detail },
      idempotent: true,
    }),
    correct: operation({
      summary:
        'Says what is known better about gaits and jumps; the metrics are computed anew from that. Null: as it was found',
      input: closed({ ...own, corrections: nullable(Corrections) }),
      output: Session,
      errors: { ...sessionErrors, 'corrections-not-valid': detail },
      idempotent: true,
    }),
    addCompanion: operation({
      summary: 'Adds heart rate or position, durable already, to a session',
      input: closed({
        ...own,
        blob: closed({ sha256: Sha256, bytes: Type.Integer({ minimum: 0 }) }),
        name: RawRecording.properties.name,
        startedAt: RawRecording.properties.startedAt,
      }),
      output: closed({
        receipt: Receipt,
        session: Session,
        duplicate: Type.Boolean({ description: 'This session has these bytes already' }),
      }),
      errors: { ...sessionErrors, 'started-at-not-valid': detail, 'too-many-recordings': detail },
      idempotent: true,
    }),
    removeCompanion: operation({
      summary: 'Takes heart rate or position off a session again, for good',
      input: closed({ ...own, recording: Id }),
      output: Session,
      errors: { ...sessionErrors, 'recording-not-found': detail },
      idempotent: false,
    }),
    merge: operation({
      summary:
        'Makes two recordings of one ride one session, in order of their start; the other session goes into this one',
      input: closed({ ...own, other: Id }),
      output: Session,
      errors: { ...sessionErrors, 'merge-not-possible': detail },
      idempotent: false,
    }),
    split: operation({
      summary: 'Undoes a merge: every recording is a session of its own again',
      input: closed(own),
      output: closed({ sessions: Type.Array(Session) }),
      errors: { ...sessionErrors, 'nothing-to-split': detail },
      idempotent: false,
    }),
    remove: operation({
      summary: 'Removes a session; for 30 days it can be restored',
      input: closed(own),
      output: Session,
      errors: sessionErrors,
      idempotent: true,
    }),
    restore: operation({
      summary: 'Brings a removed session back',
      input: closed(own),
      output: Session,
      errors: sessionErrors,
      idempotent: true,
    }),
    retry: operation({
      summary: 'Puts a failed or quarantined session back on the work list',
      input: closed(own),
      output: Session,
      errors: { ...sessionErrors, 'nothing-to-retry': detail },
      idempotent: true,
    }),
    addNote: operation({
      summary: 'Adds a note',
      input: closed({ ...own, at: NoteTime, text: Note.properties.text }),
      output: Note,
      errors: { ...sessionErrors, ...tooManyNotes },
      idempotent: false,
    }),
    changeNote: operation({
      summary: 'Changes a note',
      input: closed({ ...own, note: Id, at: NoteTime, text: Note.properties.text }),
      output: Note,
      errors: { ...sessionErrors, ...noteErrors, ...tooManyNotes },
      idempotent: true,
    }),
    removeNote: operation({
      summary: 'Removes a note',
      input: closed({ ...own, note: Id }),
      output: nothing,
      errors: { ...sessionErrors, ...noteErrors },
      idempotent: false,
    }),
    events: operation({
      summary:
        'What happened after an event to one session, or to all of one’s own; waits for something to happen, at most `waitSeconds`. ' +
        'With `after` null, or of a server that has since started anew, it answers at once with the present state',
      input: closed({
        principal: Principal,
        session: nullable(Id),
        after: nullable(Type.String({ maxLength: 64 })),
        waitSeconds: Type.Number({ minimum: 0, maximum: 60 }),
      }),
      output: closed({
        events: Type.Array(SessionEvent),
        last: Type.String({ description: 'What to give as `after` next time' }),
      }),
      errors: sessionErrors,
      idempotent: true,
    }),
    purge: operation({
      summary:
        'Deletes for good, without 30 days to undo: all sessions of a horse, or, with null, of the whole account. Blobs nobody else refers to go too',
      input: closed({ principal: Principal, horse: nullable(Id) }),
      output: closed({ sessions: Type.Integer({ minimum: 0 }) }),
      errors: {},
      idempotent: true,
    }),
    troubled: operation({
      summary:
        'Whose analysis did not succeed, of all accounts, the latest first; for those who run the server',
      input: closed({ state: nullable(Type.Enum(['failed', 'quarantined'])), ...PageRequest }),
      output: page(Troubled),
      errors: { 'after-not-valid': detail },
      idempotent: true,
    }),
    retryTroubled: operation({
      summary: 'Puts one, or with null all quarantined sessions of all accounts, back on the work list',
      input: closed({ session: nullable(Id) }),
      output: closed({ sessions: Type.Integer({ minimum: 0 }) }),
      errors: sessionErrors,
      idempotent: true,
    }),
    startTrial: operation({
      summary:
        'Begins to compute anew, without storing anything, the latest results of all accounts; ends a trial under way',
      input: closed({ sessions: Type.Integer({ minimum: 1, maximum: 1000 }) }),
      output: Trial,
      errors: {},
      idempotent: false,
    }),
    stopTrial: operation({
      summary: 'Ends a trial under way; what it found so far stays',
      input: nothing,
      output: Trial,
      errors: {},
      idempotent: true,
    }),
    trial: operation({
      summary: 'What the last trial found, since the server was started',
      input: nothing,
      output: Trial,
      errors: {},
      idempotent: true,
    }),
    reprocess: operation({
      summary:
        'Puts every session of all accounts on the work list; old results stay readable until the new ones are there',
      input: nothing,
      output: closed({ sessions: Type.Integer({ minimum: 0 }) }),
      errors: {},
      idempotent: true,
    }),
    work: operation({
      summary:
        'How much is still to be done. Whoever passes it on sees to it that only those who run the server get it',
      input: nothing,
      output: WorkStatus,
      errors: {},
      idempotent: true,
    }),
  },
});
