import type { Side } from '../gait.ts';
import { circle, type Leg, type Scenario, straight } from '../scenario.ts';

const legs = (side: Side): Leg[] => [
  { gait: 'walk', seconds: 60, path: circle(side, 13) },
  { gait: 'trot', seconds: 90, path: circle(side, 14) },
  { gait: 'canter', seconds: 45, path: circle(side, 15) },
  { gait: 'trot', seconds: 45, path: circle(side, 14) },
  { gait: 'walk', seconds: 40, path: circle(side, 13) },
  { gait: 'halt', seconds: 10, path: straight },
];

export const lungeLeft: Scenario = {
  name: 'lunge-left',
  description: 'Five minutes on the lunge to the left, three gaits',
  legs: legs('left'),
};

export const lungeRight: Scenario = {
  name: 'lunge-right',
  description: 'Five minutes on the lunge to the right, three gaits',
  legs: legs('right'),
};

export const poorSensor: Scenario = {
  name: 'poor-sensor',
  description:
    'On the lunge with an old sensor: it stops at 2 g, its offsets are large and samples are missing',
  legs: legs('left'),
  sensor: {
    rangeG: 2,
    rangeDps: 250,
    noiseG: 0.006,
    offsetG: [0.03, -0.04, 0.05],
    gyroOffsetDps: [-2.2, 2.4, -0.9],
    jitter: 0.3,
    dropped: 0.01,
    gapsPerHour: 60,
  },
};
