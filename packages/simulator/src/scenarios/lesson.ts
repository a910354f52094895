import type { Side } from '../gait.ts';
import { arena, circle, type Leg, type Scenario, serpentine, straight } from '../scenario.ts';

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Trot and canter on one rein, with a pause. */
function work(side: Side): Leg[] {
  return [
    { gait: 'trot', seconds: 70, path: arena(side), rising: other(side) },
    { gait: 'trot', seconds: 40, path: circle(side, 20) },
    { gait: 'trot', seconds: 45, path: serpentine(side) },
    { gait: 'walk', seconds: 25, path: arena(side) },
    { gait: 'trot', seconds: 30, path: arena(side), effort: 0.92 },
    { gait: 'canter', seconds: 50, path: circle(side, 20) },
    { gait: 'canter', seconds: 40, path: arena(side) },
    { gait: 'trot', seconds: 35, path: arena(side), effort: 1.1 },
    { gait: 'walk', seconds: 60, path: arena(side) },
    { gait: 'halt', seconds: 12, path: straight },
  ];
}

export const lesson: Scenario = {
  name: 'lesson',
  description: 'Forty-five minutes in an arena, both reins in turn',
  horse: { kind: 'riding horse' },
  legs: [
    { gait: 'halt', seconds: 40, path: straight },
    { gait: 'walk', seconds: 240, path: arena('left'), effort: 1.05 },
    { gait: 'walk', seconds: 120, path: arena('right'), effort: 1.05 },
    ...work('left'),
    ...work('right'),
    ...work('left'),
    ...work('right'),
    { gait: 'trot', seconds: 120, path: arena('left'), rising: 'right', effort: 1.08 },
    { gait: 'walk', seconds: 360, path: arena('right'), effort: 1.1 },
    { gait: 'halt', seconds: 30, path: straight },
  ],
};
