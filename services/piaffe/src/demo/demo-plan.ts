import type { HorseEvent, HorseProfile } from '@piaffe/stable/contract';

/** What the demo stable is to be, but for the recordings. Keys stay the same from one start of the server to the next. */
export interface DemoPlan {
  readonly horses: readonly DemoHorse[];
  readonly riders: readonly string[];
  /** In the order in which they are handed in. */
  readonly rides: readonly DemoRide[];
}

export interface DemoHorse {
  readonly key: string;
  readonly profile: HorseProfile;
  readonly events: readonly Pick<HorseEvent, 'at' | 'kind' | 'text'>[];
}

export interface DemoRide {
  readonly key: string;
  /** The key of its horse. */
  readonly horse: string;
  /** ISO 8601 with offset. */
  readonly startedAt: string;
  readonly type: string | null;
  readonly surface: string | null;
  /** One of the plan's riders. */
  readonly rider: string | null;
  /** `at` in s from the first sample; null: about the whole ride. */
  readonly notes: readonly { readonly at: number | null; readonly text: string }[];
}

/** A file as a sensor's app would have made it. */
export interface RideFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a plan is made from: the same gives the same stable, to the byte. */
export interface DemoOrder {
  /** ISO 8601, UTC; the story ends the day before. */
  readonly now: string;
  readonly language: 'en' | 'fr' | 'de';
}
