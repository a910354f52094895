import type { Layout } from '../layout.ts';
import { type Note, routine, urgent } from '../note.ts';
import { RecordingRejected } from '../rejection.ts';
import { ACCELERATION_UNITS, COUNTS_PER_G, STATED_ACCELERATION_UNITS } from '../units.ts';
import type { GravityEvidence } from './gravity.ts';

/** How the numbers of the file become g, and whether gravity is in them. */
export interface AccelerationScale {
  /** g per unit of the file. */
  readonly factor: number;
  readonly gravityIncluded: boolean;
  readonly inCounts: boolean;
  readonly notes: readonly Note[];
}

/** Share of 1 g that the mean vector must reach for gravity to be in the signal. */
const LEAST_GRAVITY = 0.5;
/** Mean vector above which no unit can be right, in g: the mean of a ride is 1 g, less what clipping takes. */
const MOST_GRAVITY = 1.4;
/**
 * 99th percentile of the length above which acceleration cannot be in g. On trunks it was measured, without gravity, at
 * 0.6 g at a walk to 2.6 g at a canter, and so at 6 m/s2 and more.
 */
const MOST_G = 5;
/** How far from 1 g the mean vector may be, for units and for the ranges of counts, each double the one before. */
const TOLERANCE = 0.3;
const COUNTS_TOLERANCE = 0.42;
/** How near to 1, and how alike in all windows, the mean vector must be to overrule a header. */
const CLEAR_GRAVITY = 0.08;

const rounded = (value: number) => Number(value.toPrecision(3));

/** True when `factor` g per unit makes the mean vector 1 g, within the tolerance, and the rest no more than a horse gives. */
function showsGravity(evidence: GravityEvidence, factor: number, tolerance: number): boolean {
  return Math.abs(evidence.magnitude * factor - 1) <= tolerance && evidence.p99 * factor <= MOST_G;
}

function fromCounts(evidence: GravityEvidence, by: string): AccelerationScale {
  const { magnitude } = evidence;
  const nearest = COUNTS_PER_G.reduce((best, candidate) =>
    Math.abs(Math.log(magnitude / candidate.counts)) < Math.abs(Math.log(magnitude / best.counts))
      ? candidate
      : best,
  );
  if (!showsGravity(evidence, 1 / nearest.counts, COUNTS_TOLERANCE)) {
    throw new RecordingRejected(
      'unknown-unit',
      `${by} raw counts, but their mean length is ${rounded(magnitude)}, where gravity would be 16384, 8192, 4096 or 2048 (+-2, 4, 8 or 16 g); convert them to g.`,
    );
  }
  return {
    factor: 1 / nearest.counts,
    gravityIncluded: true,
    inCounts: true,
    notes: [
      routine(
        `Gravity measures about ${rounded(magnitude)} counts, so the accelerometer's range was taken as +-${nearest.range} g (${nearest.counts} counts per g).`,
      ),
    ],
  };
}

function guessUnit(evidence: GravityEvidence, silent: string): AccelerationScale {
  const { magnitude, p99, integers } = evidence;
  const unit = Object.values(ACCELERATION_UNITS).find(({ factor }) =>
    showsGravity(evidence, factor, TOLERANCE),
  );
  if (unit) {
    return {
      factor: unit.factor,
      gravityIncluded: true,
      inCounts: false,
      notes: [routine(`${silent}; gravity measures about ${rounded(magnitude)}, so ${unit.name} was taken.`)],
    };
  }
  if (integers && magnitude > 1400)
    return fromCounts(evidence, 'The whole numbers of the acceleration look like');
  const metric = ACCELERATION_UNITS['m/s2'];
  if (p99 > MOST_G && magnitude * metric.factor < LEAST_GRAVITY && p99 * metric.factor < 50) {
    return {
      factor: metric.factor,
      gravityIncluded: false,
      inCounts: false,
      notes: [
        routine(
          `${silent} and gravity is not in it; m/s2 was taken, for as g the values would be too large.`,
        ),
      ],
    };
  }
  throw new RecordingRejected(
    'unknown-unit',
    `${silent}, and no gravity shows in the values (mean length ${rounded(magnitude)}, largest about ${rounded(p99)}) to tell it by; say it with --units acc=g, mg or m/s2.`,
  );
}

/**
 * Decides unit and gravity. A unit stated by the caller is kept; one stated by the header gives way when the values
 * show gravity in another unit; when none is stated gravity tells it.
 * @throws RecordingRejected `unknown-unit` or `implausible-values`
 */
export function decideAcceleration(
  evidence: GravityEvidence,
  stated: Layout['accelerationUnit'],
  { linear, unknownUnit }: { readonly linear: boolean | null; readonly unknownUnit: string | null },
): AccelerationScale {
  if (!stated) {
    const silent = unknownUnit
      ? `"${unknownUnit}" is no unit of acceleration known here`
      : 'The unit of acceleration is not stated';
    return guessUnit(evidence, silent);
  }
  if (stated.unit === 'counts') {
    return fromCounts(
      evidence,
      stated.by === 'caller' ? 'The acceleration was said to be in' : 'The acceleration is in',
    );
  }
  const { magnitude } = evidence;
  const factor = STATED_ACCELERATION_UNITS[stated.unit].factor;
  const inG = magnitude * factor;
  if (inG > MOST_GRAVITY) {
    const other = Object.values(ACCELERATION_UNITS).find((unit) =>
      showsGravity(evidence, unit.factor, TOLERANCE),
    );
    if (stated.by === 'header' && other) {
      return {
        factor: other.factor,
        gravityIncluded: true,
        inCounts: false,
        notes: [
          urgent(
            `The header says ${stated.unit}, but gravity measures about ${rounded(magnitude)}, as it does in ${other.name}; ${other.name} was taken.`,
          ),
        ],
      };
    }
    throw new RecordingRejected(
      'implausible-values',
      `In ${stated.unit} the acceleration would average ${rounded(inG)} g over seconds, where gravity is 1 g${other ? `; the values look like ${other.name}: leave the unit out or give --units acc=${other.name}` : '; check the unit (--units acc=...) and the columns (--columns)'}.`,
    );
  }
  const meant = Object.values(ACCELERATION_UNITS).find((unit) =>
    showsGravity(evidence, unit.factor, CLEAR_GRAVITY),
  );
  const steady = evidence.high - evidence.low < 2 * CLEAR_GRAVITY * magnitude;
  if (inG < LEAST_GRAVITY && stated.by === 'header' && linear === null && meant && steady) {
    return {
      factor: meant.factor,
      gravityIncluded: true,
      inCounts: false,
      notes: [
        urgent(
          `The header says ${stated.unit}, but gravity measures ${rounded(magnitude)} throughout, as it does in ${meant.name}; ${meant.name} was taken.`,
        ),
      ],
    };
  }
  const gravityIncluded = inG >= LEAST_GRAVITY;
  const notes: Note[] = [];
  if (gravityIncluded && linear === true) {
    notes.push(
      urgent('The names say that gravity is taken out, but it is in the values; they were read as they are.'),
    );
  } else if (!gravityIncluded && linear === null) {
    notes.push('Gravity is not in the acceleration; what needs it to find up can only be computed in part.');
  }
  return { factor, gravityIncluded, inCounts: false, notes };
}
