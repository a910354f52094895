import { Principal } from '@piaffe/auth/contract';
import { closed, defineContract, Id, Instant, nullable, operation, PageRequest, page } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';

const detail = closed({ detail: Type.String() });

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
  createdAt: Instant,
});
export type Horse = Static<typeof Horse>;

export const Rider = closed({ id: Id, name, archived: Type.Boolean(), createdAt: Instant });
export type Rider = Static<typeof Rider>;

const horseErrors = { 'horse-not-found': detail };
const riderErrors = { 'rider-not-found': detail };
const profileErrors = { 'time-zone-not-known': detail, 'birth-year-not-valid': detail };
/** `after` is not what a page gave as `next`. */
const pageErrors = { 'after-not-valid': detail };

/** Horses and the people who ride them. Everything belongs to one account; what belongs to another is as if it were not there. */
export const stableContract = defineContract({
  name: 'stable',
  version: '1.0.0',
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
      input: closed({ principal: Principal, profile: HorseProfile }),
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
  },
});
