import type { GravityEvidence } from './clean/gravity.ts';
import type { Note } from './note.ts';
import type { AccelerationUnit, AngularRateUnit, TimeUnit } from './options.ts';
import type { RecordingFormat } from './recording.ts';

/** A unit, and who says so: a guess from the values may overrule the header, never the caller. */
export interface Stated<Name extends string> {
  readonly unit: Name;
  readonly by: 'caller' | 'header' | 'format';
}

/** Which column of a table is what. */
export interface Layout {
  readonly format: RecordingFormat;
  readonly time: number;
  /** Columns of x, y and z. */
  readonly acceleration: readonly [number, number, number];
  readonly angularRate: readonly [number, number, number] | null;
  /** True when nothing but the place of its columns calls the angular rate so. */
  readonly angularRateByPosition: boolean;
  /** True for the time that Xsens' devices call SampleTimeFine, whose unit depends on the device. */
  readonly isSampleTimeFine: boolean;
  readonly timeUnit: Stated<TimeUnit> | null;
  readonly accelerationUnit: Stated<AccelerationUnit | 'cm/s2' | 'mm/s2'> | null;
  /** What the header states in place of a unit of acceleration, but is none known here. */
  readonly unknownAccelerationUnit: string | null;
  readonly angularRateUnit: Stated<AngularRateUnit> | null;
  /** True when the names say that gravity is taken out, false when they say it is in, null when they are silent. */
  readonly linear: boolean | null;
  /**
   * True when acceleration in g under these names can only be that of Apple's Core Motion, whose sign is the opposite.
   * Apps that write m/s2 under them have Android's sign.
   */
  readonly coreMotion: boolean;
  /** For formats whose columns are named alike whatever they measure: what the values say it is. */
  readonly judge?: (evidence: GravityEvidence) => Judgement;
  /** True when a row without a time belongs to the packet of the row before it. */
  readonly holdsTime?: boolean;
  /** What the names alone made the decoder do or doubt, as sentences. */
  readonly notes: readonly Note[];
}

/** What the values of a format's columns turned out to be. */
export interface Judgement {
  readonly accelerationUnit: AccelerationUnit;
  readonly linear: boolean;
  readonly notes: readonly Note[];
}

/** What a format itself says of its samples. */
interface FormatFacts {
  readonly timeUnit: TimeUnit;
  readonly accelerationUnit: AccelerationUnit;
  /** Null without a gyroscope. */
  readonly angularRateUnit: AngularRateUnit | null;
  readonly linear?: boolean | null;
  readonly coreMotion?: boolean;
  readonly judge?: Layout['judge'];
  readonly notes?: readonly Note[];
}

/** The layout of samples whose format leaves nothing open: three channels of acceleration, then three of angular rate. */
export function layoutOf(format: RecordingFormat, facts: FormatFacts): Layout {
  const {
    timeUnit,
    accelerationUnit,
    angularRateUnit,
    linear = false,
    coreMotion = false,
    judge,
    notes = [],
  } = facts;
  return {
    format,
    time: 0,
    acceleration: [1, 2, 3],
    angularRate: angularRateUnit ? [4, 5, 6] : null,
    angularRateByPosition: false,
    isSampleTimeFine: false,
    timeUnit: { unit: timeUnit, by: 'format' },
    accelerationUnit: { unit: accelerationUnit, by: 'format' },
    unknownAccelerationUnit: null,
    angularRateUnit: angularRateUnit && { unit: angularRateUnit, by: 'format' },
    linear,
    coreMotion,
    ...(judge && { judge }),
    notes,
  };
}
