import type { Side } from '../gait.ts';
import { arena, type Leg, type Scenario, straight } from '../scenario.ts';

const interval = (side: Side): Leg[] => [
  { gait: 'canter', seconds: 180, path: arena(side, 80, 40, 12), effort: 1.05 },
  { gait: 'trot', seconds: 30, path: arena(side) },
  { gait: 'walk', seconds: 120, path: arena(side), effort: 1.1 },
  { gait: 'trot', seconds: 20, path: arena(side) },
];

export const canterIntervals: Scenario = {
  name: 'canter-intervals',
  description: 'Four times three minutes of canter, with walk between',
  legs: [
    { gait: 'walk', seconds: 300, path: arena('left', 80, 40, 12) },
    { gait: 'trot', seconds: 150, path: arena('left', 80, 40, 12), rising: 'right' },
    { gait: 'trot', seconds: 150, path: arena('right', 80, 40, 12), rising: 'left' },
    ...interval('left'),
    ...interval('right'),
    ...interval('left'),
    ...interval('right'),
    { gait: 'walk', seconds: 400, path: arena('right', 80, 40, 12) },
    { gait: 'halt', seconds: 15, path: straight },
  ],
};
