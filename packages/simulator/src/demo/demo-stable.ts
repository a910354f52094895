import { toSensorLoggerZip } from '../formats/sensor-logger.ts';
import { Random } from '../random.ts';
import { type Ride, simulate } from '../simulate.ts';
import { drawDays, isoLocal, midnightOf, weekdayOf } from './calendar.ts';
import { type HorseKey, type Story, stories, unevenFrom } from './stories.ts';
import type { DemoWords } from './words.ts';
import { de } from './words-de.ts';
import { en } from './words-en.ts';
import { fr } from './words-fr.ts';
import { legsOf, type WorkKind } from './work.ts';

const languages: Readonly<Record<'en' | 'fr' | 'de', DemoWords>> = { en, fr, de };
export type DemoLanguage = keyof typeof languages;

export interface DemoOptions {
  /** The last ride was the day before. */
  readonly now: Date;
  readonly language: DemoLanguage;
  /** Local time less UTC; 0 if left out. */
  readonly utcOffsetMinutes?: number;
  /** Another seed is another stable with the same story. */
  readonly seed?: number;
}

/** Three horses over twelve weeks: one steady, one getting fitter, one whose trot changes in the ninth week. */
export interface DemoStable {
  readonly riders: readonly string[];
  readonly horses: readonly DemoHorse[];
}

export interface DemoHorse {
  readonly key: HorseKey;
  readonly profile: {
    readonly name: string;
    readonly breed: string;
    readonly birthYear: number;
    readonly massKg: number;
  };
  /** In order of time, at noon. */
  readonly events: readonly DemoEvent[];
  /** In order of time. */
  readonly rides: readonly DemoRide[];
}

export interface DemoEvent {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly kind: 'shoeing' | 'treatment' | 'lesson' | 'saddle' | 'other';
  readonly text: string;
}

export interface DemoRide {
  /** ISO 8601 with offset. */
  readonly startedAt: string;
  readonly kind: WorkKind;
  /** In the language of the stable, as are surface and notes. */
  readonly type: string;
  readonly surface: string;
  readonly rider: string;
  /** `at` in s from the first sample; null: about the whole ride. */
  readonly notes: readonly { readonly at: number | null; readonly text: string }[];
  /** The ride itself, simulated anew at each call; its truth is measured when first asked for. */
  readonly simulate: () => Ride;
  /** The zip as a phone with Sensor Logger would have exported it, with position on hacks alone. */
  readonly write: () => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
}

/** The plans of 76 rides; nothing is simulated before a ride is asked for. The same options give the same bytes. */
export function demoStable(options: DemoOptions): DemoStable {
  return {
    riders: [...new Set(stories.map(({ rider }) => rider))],
    horses: stories.map((story) => demoHorse(story, options)),
  };
}

const sampleRateHz = 50;

function demoHorse(story: Story, options: DemoOptions): DemoHorse {
  const { now, language, utcOffsetMinutes = 0, seed = 1 } = options;
  const words = languages[language];
  const { key, name, birthYear, massKg } = story;
  const draw = (stream: string) => new Random(seed, `demo ${key} ${stream}`);
  const weekday = (day: number) => weekdayOf(day, now, utcOffsetMinutes);
  const days = drawDays(story.weekdays, weekday, story.busyWeeks, key === 'luna', draw('days'));
  const at = (day: number, minutes: number) =>
    isoLocal(midnightOf(day, now, utcOffsetMinutes) + 60_000 * minutes, utcOffsetMinutes);
  let lastTold: string | null = null;
  return {
    key,
    profile: { name, breed: words.breeds[key], birthYear, massKg },
    events: story.events.map(({ day, kind, word }) => ({
      at: at(day, 12 * 60),
      kind,
      text: words.events[word],
    })),
    rides: days.map((day, i) => {
      const random = draw(`ride ${day}`);
      const weekend = [0, 6].includes(weekday(day)) ? 1 : 0;
      const minutes = story.startsAt[weekend] + Math.floor(random.between(0, 25));
      const kind = kindOf(story, i, day);
      const told = story.note(day, kind, words, random);
      const tells = told !== null && told !== lastTold ? told : null;
      lastTold = told ?? lastTold;
      return demoRide(story, { kind, day, startedAt: at(day, minutes), tells, words, seed, random });
    }),
  };
}

/** What is next in turn; Brisa does not jump once her trot has changed. */
function kindOf({ key, turns }: Story, i: number, day: number): WorkKind {
  const kind = turns[i % turns.length];
  return key === 'brisa' && day >= unevenFrom && kind === 'jumping' ? 'flatwork' : kind;
}

interface RidePlan {
  readonly kind: WorkKind;
  readonly day: number;
  readonly startedAt: string;
  /** A note that belongs to the story. */
  readonly tells: string | null;
  readonly words: DemoWords;
  readonly seed: number;
  readonly random: Random;
}

const surfaceOf = { flatwork: 'sand', jumping: 'sand', hack: 'track', lunge: 'sand' } as const;

function demoRide(story: Story, { kind, day, startedAt, tells, words, seed, random }: RidePlan): DemoRide {
  const { traits, heart, work } = story.formOn(day, random);
  const legs = legsOf(kind, work, random);
  const rideSeed = random.uint32();
  const horseSeed = new Random(seed, `demo horse ${story.key}`).uint32();
  const ride = () =>
    simulate(
      { name: `${story.key}-${kind}`, description: `${story.name}: ${kind}`, legs, horse: traits },
      {
        seed: rideSeed,
        horseSeed,
        heart,
        sampleRateHz,
        startedAt,
        place: { latitude: 47.12, longitude: 7.83, altitude: 520, bearing: 35 },
        sensor: { jitter: 0, noiseG: 0.003, beltOutagesPerHour: 1 },
      },
    );
  return {
    startedAt,
    kind,
    type: words.types[kind],
    surface: words.surfaces[surfaceOf[kind]],
    rider: story.rider,
    notes: tells === null ? drawNotes(words.notes[kind], random) : [{ at: null, text: tells }],
    simulate: ride,
    write: async () => ({
      name: `${startedAt.slice(0, 10)}-${story.key}-${kind}.zip`,
      bytes: await toSensorLoggerZip(ride(), { position: kind === 'hack' }),
    }),
  };
}

/** Most rides have nothing to tell. */
function drawNotes(notes: readonly string[], random: Random): DemoRide['notes'] {
  if (!random.chance(0.4)) return [];
  const at = random.chance(0.5) ? Math.round(random.between(120, 500)) : null;
  return [{ at, text: random.pick(notes) }];
}
