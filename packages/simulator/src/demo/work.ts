import type { Side } from '../gait.ts';
import type { Random } from '../random.ts';
import {
  arena,
  type Bend,
  circle,
  type Fence,
  type Leg,
  type Path,
  serpentine,
  straight,
} from '../scenario.ts';

export const workKinds = ['flatwork', 'jumping', 'hack', 'lunge'] as const;
export type WorkKind = (typeof workKinds)[number];

/** What is asked of a horse on one day. */
export interface Work {
  /** Canter on each rein of the flatwork, s. */
  readonly canterSeconds: number;
  /** Highest fence on jumping days. */
  readonly heightCm: number;
}

/** The legs of one ride. Each ends like the others, so that the heart is measured at the same: canter, then standing. */
export function legsOf(kind: WorkKind, work: Work, random: Random): Leg[] {
  const vary = (seconds: number) => Math.round(seconds * random.between(0.92, 1.08));
  const effort = random.between(0.98, 1.02);
  return make[kind](work, random).map((leg) => ({
    ...leg,
    seconds: leg.fences || leg.gait === 'halt' ? leg.seconds : vary(leg.seconds),
    effort: effort * (leg.effort ?? 1),
  }));
}

const make: Readonly<Record<WorkKind, (work: Work, random: Random) => Leg[]>> = {
  flatwork,
  jumping,
  hack,
  lunge,
};

/** After the last canter the horse stands until it has its breath again, and walks home. */
const breathing = (path: Path): Leg[] => [
  { gait: 'walk', seconds: 12, path },
  { gait: 'halt', seconds: 175, path: straight },
  { gait: 'walk', seconds: 80, path },
  { gait: 'halt', seconds: 8, path: straight },
];

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');

function flatwork({ canterSeconds }: Work, random: Random): Leg[] {
  const first = random.pick<Side>(['left', 'right']);
  const rising = (side: Side): Leg => ({
    gait: 'trot',
    seconds: 80,
    path: arena(side),
    rising: other(side),
  });
  const canter = (side: Side): Leg[] => [
    { gait: 'canter', seconds: canterSeconds / 2, path: circle(side, 20) },
    { gait: 'canter', seconds: canterSeconds / 2, path: arena(side), lead: side },
  ];
  return [
    { gait: 'halt', seconds: 10, path: straight },
    { gait: 'walk', seconds: 90, path: arena(first) },
    rising(first),
    rising(other(first)),
    { gait: 'walk', seconds: 25, path: arena(first) },
    { gait: 'trot', seconds: 35, path: serpentine(first) },
    { gait: 'trot', seconds: 60, path: arena(first) },
    ...canter(first),
    { gait: 'trot', seconds: 25, path: arena(other(first)) },
    ...canter(other(first)),
    ...breathing(arena(first)),
  ];
}

function jumping({ heightCm }: Work, random: Random): Leg[] {
  const side = random.pick<Side>(['left', 'right']);
  const single = (height: number): Fence[] => [
    { after: 10, heightCm: height },
    { after: 21, heightCm: height + 5 },
  ];
  return [
    { gait: 'halt', seconds: 10, path: straight },
    { gait: 'walk', seconds: 120, path: arena(side) },
    { gait: 'trot', seconds: 80, path: arena(side), rising: other(side) },
    { gait: 'trot', seconds: 80, path: arena(other(side)), rising: side },
    { gait: 'canter', seconds: 40, path: circle(side, 20) },
    {
      gait: 'trot',
      seconds: 40,
      path: circle(side, 20),
      fences: [
        { after: 12, heightCm: 40 },
        { after: 26, heightCm: 45 },
      ],
    },
    { gait: 'canter', seconds: 30, path: circle(other(side), 20), fences: single(heightCm - 20) },
    { gait: 'walk', seconds: 50, path: arena(side) },
    { gait: 'canter', seconds: 60, path: turns, fences: course(heightCm), effort: 1.03 },
    ...breathing(arena(side)),
  ];
}

const turns: Path = [
  { curvature: 1 / 14, metres: 24 },
  { curvature: 0, metres: 12 },
  { curvature: -1 / 14, metres: 30 },
  { curvature: 0, metres: 12 },
];

/** Eight fences, a double and a treble among them. */
const course = (heightCm: number): Fence[] => [
  { after: 9, heightCm: heightCm - 10 },
  { after: 17, heightCm: heightCm - 5 },
  { after: 26, heightCm },
  { strides: 2, heightCm },
  { after: 37, heightCm },
  { after: 46, heightCm: heightCm - 5 },
  { strides: 1, heightCm: heightCm - 5 },
  { strides: 2, heightCm: heightCm - 5 },
];

/** A round of two and a half kilometres that comes home, uphill on the way out. */
function hack({ canterSeconds }: Work, random: Random): Leg[] {
  const path = roundTrip(random.pick<Side>(['left', 'right']), 2700);
  return [
    { gait: 'halt', seconds: 10, path: straight },
    { gait: 'walk', seconds: 220, path, slope: 0.02 },
    { gait: 'trot', seconds: 130, path, rising: 'left', slope: 0.05 },
    { gait: 'walk', seconds: 100, path },
    { gait: 'trot', seconds: 110, path, rising: 'right' },
    { gait: 'walk', seconds: 150, path, slope: -0.07 },
    { gait: 'trot', seconds: 50, path, rising: 'left' },
    { gait: 'canter', seconds: canterSeconds, path },
    ...breathing(path),
    { gait: 'walk', seconds: 120, path },
  ];
}

/** Bends that turn once round in so many metres, one way more than the other. */
function roundTrip(side: Side, metres: number): Path {
  const mean = ((side === 'left' ? 1 : -1) * 2 * Math.PI) / metres;
  const bends: Bend[] = [
    { curvature: mean, metres: 70 },
    { curvature: mean + 1 / 45, metres: 25 },
    { curvature: mean, metres: 50 },
    { curvature: mean - 1 / 45, metres: 25 },
  ];
  return bends;
}

function lunge(): Leg[] {
  const round = (side: Side): Leg[] => [
    { gait: 'walk', seconds: 50, path: circle(side, 13) },
    { gait: 'trot', seconds: 90, path: circle(side, 14) },
    { gait: 'canter', seconds: 45, path: circle(side, 15) },
    { gait: 'trot', seconds: 35, path: circle(side, 14) },
  ];
  return [
    { gait: 'halt', seconds: 10, path: straight },
    ...round('left'),
    { gait: 'walk', seconds: 30, path: circle('left', 13) },
    { gait: 'halt', seconds: 12, path: straight },
    ...round('right'),
    { gait: 'walk', seconds: 60, path: circle('right', 13) },
    ...breathing(circle('right', 13)).slice(1),
  ];
}
