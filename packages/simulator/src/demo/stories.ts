import type { Heart, HeartOptions } from '../heart.ts';
import type { HorseTraits } from '../horse.ts';
import type { Random } from '../random.ts';
import type { DemoWords } from './words.ts';
import type { Work, WorkKind } from './work.ts';

export type HorseKey = 'luna' | 'vento' | 'brisa';

/** What a horse is like on one day. */
export interface DayForm {
  readonly traits: HorseTraits;
  readonly heart: HeartOptions;
  readonly work: Work;
}

/** What happens to one horse in twelve weeks. */
export interface Story {
  readonly key: HorseKey;
  readonly name: string;
  readonly birthYear: number;
  readonly massKg: number;
  readonly rider: string;
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** Weeks with three rides instead of two, from 0. */
  readonly busyWeeks: readonly number[];
  /** Minutes after midnight on weekdays and at weekends. */
  readonly startsAt: readonly [weekday: number, weekend: number];
  /** What is done, in turn. */
  readonly turns: readonly WorkKind[];
  readonly events: readonly {
    readonly day: number;
    readonly kind: 'shoeing' | 'treatment' | 'lesson' | 'saddle' | 'other';
    readonly word: keyof DemoWords['events'];
  }[];
  /** Day of the demo; each has its small ups and downs. */
  readonly formOn: (day: number, random: Random) => DayForm;
  /** A note that belongs to the story, if this ride has one. */
  readonly note: (day: number, kind: WorkKind, words: DemoWords, random: Random) => string | null;
}

/** Day on which Brisa's trot changes: the beginning of the ninth week. */
export const unevenFrom = 56;

const heartOf = (factor: number, heart: Pick<Heart, 'resting' | 'rising' | 'falling'>): HeartOptions => ({
  ...heart,
  working: { walk: 70 * factor, trot: 108 * factor, canter: 150 * factor, gallop: 188 * factor },
});

const asymmetry = (millimetres: number, degrees: number, random: Random) => ({
  millimetres: millimetres + 0.5 * random.normal(),
  degrees: degrees + 4 * random.normal(),
});

const luna: Story = {
  key: 'luna',
  name: 'Luna',
  birthYear: 2014,
  massKg: 520,
  rider: 'Anna',
  weekdays: [2, 4, 6],
  busyWeeks: [3],
  startsAt: [17 * 60 + 30, 9 * 60 + 30],
  turns: ['flatwork', 'flatwork', 'jumping', 'flatwork', 'hack', 'flatwork', 'flatwork', 'lunge'],
  events: [
    { day: 19, kind: 'shoeing', word: 'shoeing' },
    { day: 40, kind: 'saddle', word: 'saddle' },
    { day: 63, kind: 'shoeing', word: 'shoeing' },
  ],
  formOn: (_, random) => ({
    traits: { kind: 'riding horse', spread: 0.4, asymmetry: asymmetry(5, 70, random) },
    heart: heartOf(0.98 * random.between(0.985, 1.015), { resting: 36, rising: 28, falling: 56 }),
    work: { canterSeconds: 84, heightCm: 85 },
  }),
  note: () => null,
};

const vento: Story = {
  key: 'vento',
  name: 'Vento',
  birthYear: 2019,
  massKg: 570,
  rider: 'Marc',
  weekdays: [0, 1, 3, 5],
  busyWeeks: [5, 8],
  startsAt: [18 * 60, 10 * 60],
  turns: ['flatwork', 'hack', 'flatwork', 'flatwork', 'jumping', 'flatwork', 'flatwork', 'hack', 'flatwork'],
  events: [
    { day: 9, kind: 'lesson', word: 'lesson' },
    { day: 33, kind: 'shoeing', word: 'shoeing' },
    { day: 37, kind: 'lesson', word: 'lesson' },
    { day: 65, kind: 'lesson', word: 'lesson' },
    { day: 75, kind: 'shoeing', word: 'shoeing' },
  ],
  formOn: (day, random) => {
    const gone = day / 83;
    const factor = 1.09 - 0.17 * gone;
    return {
      traits: {
        kind: 'warmblood',
        spread: 0.4,
        asymmetry: asymmetry(4, 200, random),
        unsteadiness: 2.2 - 1.5 * gone,
      },
      heart: heartOf(factor * random.between(0.985, 1.015), {
        resting: 39 - 4 * gone,
        rising: 30 - 4 * gone,
        falling: 72 - 26 * gone,
      }),
      work: { canterSeconds: Math.round(56 + 84 * gone), heightCm: Math.round((60 + 30 * gone) / 5) * 5 },
    };
  },
  note: (day, kind, { ventoGains }, random) =>
    kind === 'flatwork' && random.chance(0.5) ? ventoGains[Math.min(Math.floor(day / 21), 3)] : null,
};

const brisa: Story = {
  key: 'brisa',
  name: 'Brisa',
  birthYear: 2012,
  massKg: 600,
  rider: 'Anna',
  weekdays: [0, 2, 3, 6],
  busyWeeks: [8],
  startsAt: [19 * 60, 11 * 60],
  turns: ['flatwork', 'flatwork', 'hack', 'flatwork', 'flatwork', 'jumping', 'flatwork', 'lunge'],
  events: [
    { day: 6, kind: 'shoeing', word: 'shoeing' },
    { day: 53, kind: 'shoeing', word: 'shoeing' },
    { day: 75, kind: 'treatment', word: 'treatment' },
  ],
  formOn: (day, random) => ({
    traits: {
      kind: 'warmblood',
      spread: 0.4,
      asymmetry: asymmetry(day < unevenFrom ? 4.5 : 14.5, 40, random),
    },
    heart: heartOf(1.01 * random.between(0.985, 1.015), { resting: 37, rising: 29, falling: 60 }),
    work: { canterSeconds: day < unevenFrom ? 80 : 66, heightCm: 70 },
  }),
  note: (day, kind, { brisaUneven }) => {
    if (day < unevenFrom || kind !== 'flatwork') return null;
    return brisaUneven[Math.min(Math.floor((day - unevenFrom) / 6), brisaUneven.length - 1)];
  },
};

export const stories: readonly Story[] = [luna, vento, brisa];
