import type { Side } from '../gait.ts';
import { arena, circle, type Fence, type Leg, type Path, type Scenario, straight } from '../scenario.ts';

/** Through the corners of a course: bends to either side, joined by short lines. */
const turns: Path = [
  { curvature: 1 / 14, metres: 24 },
  { curvature: 0, metres: 12 },
  { curvature: -1 / 14, metres: 30 },
  { curvature: 0, metres: 12 },
];

/** Cross-rails out of the trot: a jump every twelve seconds or so. */
const crossRails = (side: Side): Leg => ({
  gait: 'trot',
  seconds: 50,
  path: circle(side, 20),
  rising: side === 'left' ? 'right' : 'left',
  fences: [
    { after: 12, heightCm: 40 },
    { after: 24.5, heightCm: 45 },
    { after: 37, heightCm: 50 },
  ],
});

/** Single fences at canter, to warm up. */
const singles = (side: Side, heightCm: number): Leg => ({
  gait: 'canter',
  seconds: 45,
  path: arena(side, 60, 30, 8),
  fences: [
    { after: 11, heightCm },
    { after: 22, heightCm: heightCm + 5 },
    { after: 34, heightCm: heightCm + 10 },
  ],
});

/** Nine fences on two reins, with a double and a treble. */
export const courseOfFences = (heightCm: number): Leg => {
  const fences: Fence[] = [
    { after: 10, heightCm: heightCm - 5 },
    { after: 18, heightCm },
    { after: 27, heightCm },
    { strides: 2, heightCm },
    { after: 38, heightCm: heightCm + 5 },
    { after: 47, heightCm },
    { strides: 1, heightCm },
    { strides: 2, heightCm },
    { after: 62, heightCm: heightCm + 5 },
  ];
  return { gait: 'canter', seconds: 72, path: turns, fences, effort: 1.05 };
};

const pause: readonly Leg[] = [
  { gait: 'trot', seconds: 15, path: arena('left') },
  { gait: 'walk', seconds: 60, path: arena('left') },
];

export const jumpingLesson: Scenario = {
  name: 'jumping-lesson',
  description:
    'Twenty minutes over fences: cross-rails, single jumps, and a course with a double and a treble, twice',
  horse: { kind: 'warmblood' },
  legs: [
    { gait: 'halt', seconds: 15, path: straight },
    { gait: 'walk', seconds: 150, path: arena('left') },
    { gait: 'trot', seconds: 70, path: arena('left'), rising: 'right' },
    { gait: 'trot', seconds: 70, path: arena('right'), rising: 'left' },
    { gait: 'canter', seconds: 40, path: circle('left', 20) },
    { gait: 'trot', seconds: 15, path: arena('left') },
    { gait: 'canter', seconds: 40, path: circle('right', 20) },
    crossRails('left'),
    { gait: 'walk', seconds: 40, path: arena('right') },
    crossRails('right'),
    ...pause,
    singles('left', 60),
    { gait: 'trot', seconds: 12, path: arena('right') },
    singles('right', 75),
    ...pause,
    courseOfFences(90),
    ...pause,
    courseOfFences(100),
    { gait: 'trot', seconds: 60, path: arena('right'), rising: 'left' },
    { gait: 'walk', seconds: 150, path: arena('right') },
    { gait: 'halt', seconds: 15, path: straight },
  ],
};
