import { Principal } from '@piaffe/auth/contract';
import { closed, defineContract, Id, Instant, nullable, operation, PageRequest, page } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';

const detail = closed({ detail: Type.String() });
const nothing = closed({});

/** Kept in one spelling: white space put in order, letters and accents composed. Control characters are refused. */
const name = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\p{Cc}]*[^\\s\\p{Cc}][^\\p{Cc}]*$',
});

/** Where the sensor usually sits on this horse; the same words as aggregation's `Mount`. */
export const UsualMount = Type.Enum(['girth', 'saddle', 'withers', 'phone']);

/** What people say about a horse. */
export const HorseProfile = closed({
  name,
  breed: nullable(Type.String({ maxLength: 100 })),
  birthYear: nullable(Type.Integer({ minimum: 1970, maximum: 2100 })),
  massKg: nullable(Type.Number({ minimum: 50, maximum: 1500, description: 'kg' })),
  usualMount: nullable(UsualMount),
  timeZone: Type.String({
    maxLength: 64,
    description: 'IANA name such as Europe/Berlin: where its days begin',
  }),
});
export type HorseProfile = Static<typeof HorseProfile>;

export const Horse = closed({
  id: Id,
  ...HorseProfile.properties,
  archived: Type.Boolean({ description: 'Kept with all its rides, but no longer offered for new ones' }),
  demo: Type.Boolean({ description: 'A simulated horse of the demo stable' }),
  createdAt: Instant,
});
export type Horse = Static<typeof Horse>;

export const Rider = closed({ id: Id, name, archived: Type.Boolean(), createdAt: Instant });
export type Rider = Static<typeof Rider>;

export const eventKinds = ['shoeing', 'treatment', 'lesson', 'saddle', 'other'] as const;

/** Something that happened to a horse and may show in its numbers. */
const eventProperties = {
  at: Instant,
  kind: Type.Enum(eventKinds),
  text: Type.String({ maxLength: 1000, description: 'May be empty: the kind says enough' }),
};
export const HorseEvent = closed({ id: Id, horse: Id, ...eventProperties });
export type HorseEvent = Static<typeof HorseEvent>;

const horseErrors = { 'horse-not-found': detail };
const riderErrors = { 'rider-not-found': detail };
const eventErrors = { 'event-not-found': detail };
/** `at` is no day of the calendar. */
const eventTimeErrors = { 'event-time-not-valid': detail };
const ownHorse = { principal: Principal, horse: Id };
const profileErrors = { 'time-zone-not-known': detail, 'birth-year-not-valid': detail };
/** `after` is not what a page gave as `next`. */
const pageErrors = { 'after-not-valid': detail };

/** Horses and the people who ride them. Everything belongs to one account; what belongs to another is as if it were not there. */
export const stableContract = defineContract({
  name: 'stable',
  version: '2.0.0',
  operations: {
    horses: operation({
      summary: 'One’s horses, by name',
      input: closed({
        principal: Principal,
        archived: Type.Boolean({ description: 'The archived ones instead' }),
        ...PageRequest,
      }),
      output: page(Horse),
      errors: pageErrors,
      idempotent: true,
    }),
    horse: operation({
      summary: 'One horse',
      input: closed({ principal: Principal, horse: Id }),
      output: Horse,
      errors: horseErrors,
      idempotent: true,
    }),
    addHorse: operation({
      summary: 'A new horse',
      input: closed({ principal: Principal, profile: HorseProfile, demo: Type.Boolean() }),
      output: Horse,
      errors: profileErrors,
      idempotent: false,
    }),
    changeHorse: operation({
      summary: 'Changes what is given, leaves the rest',
      input: closed({
        principal: Principal,
        horse: Id,
        changes: Type.Partial(closed({ ...HorseProfile.properties, archived: Type.Boolean() })),
      }),
      output: Horse,
      errors: { ...horseErrors, ...profileErrors },
      idempotent: true,
    }),
    removeHorse: operation({
      summary: 'Deletes a horse with its events for good. Its sessions have to be purged before',
      input: closed(ownHorse),
      output: nothing,
      errors: horseErrors,
      idempotent: false,
    }),
    horseEvents: operation({
      summary: 'What happened to a horse, the latest first',
      input: closed({ ...ownHorse, ...PageRequest }),
      output: page(HorseEvent),
      errors: { ...horseErrors, ...pageErrors },
      idempotent: true,
    }),
    addHorseEvent: operation({
      summary: 'Writes down what happened to a horse',
      input: closed({ ...ownHorse, ...eventProperties }),
      output: HorseEvent,
      errors: { ...horseErrors, ...eventTimeErrors, 'too-many-events': detail },
      idempotent: false,
    }),
    changeHorseEvent: operation({
      summary: 'Changes what is given, leaves the rest',
      input: closed({ ...ownHorse, event: Id, changes: Type.Partial(closed(eventProperties)) }),
      output: HorseEvent,
      errors: { ...horseErrors, ...eventErrors, ...eventTimeErrors },
      idempotent: true,
    }),
    removeHorseEvent: operation({
      summary: 'Removes an event',
      input: closed({ ...ownHorse, event: Id }),
      output: nothing,
      errors: { ...horseErrors, ...eventErrors },
      idempotent: false,
    }),
    forget: operation({
      summary: 'Deletes all horses, riders and events of the account for good',
      input: closed({ principal: Principal }),
      output: nothing,
      errors: {},
      idempotent: true,
    }),
    riders: operation({
      summary: 'The people who ride one’s horses, by name',
      input: closed({ principal: Principal, archived: Type.Boolean(), ...PageRequest }),
      output: page(Rider),
      errors: pageErrors,
      idempotent: true,
    }),
    rider: operation({
      summary: 'One rider',
      input: closed({ principal: Principal, rider: Id }),
      output: Rider,
      errors: riderErrors,
      idempotent: true,
    }),
    addRider: operation({
      summary: 'A new rider',
      input: closed({ principal: Principal, name }),
      output: Rider,
      errors: {},
      idempotent: false,
    }),
    changeRider: operation({
      summary: 'Changes what is given, leaves the rest',
      input: closed({
        principal: Principal,
        rider: Id,
        changes: Type.Partial(closed({ name, archived: Type.Boolean() })),
      }),
      output: Rider,
      errors: riderErrors,
      idempotent: true,
    }),
    removeRider: operation({
      summary: 'Deletes a rider for good. Sessions that name them go on naming an id nobody has',
      input: closed({ principal: Principal, rider: Id }),
      output: nothing,
      errors: riderErrors,
      idempotent: false,
    }),
  },
});
