import { bridleway, type Leg, type Scenario, straight } from '../scenario.ts';

const loop: readonly Leg[] = [
  { gait: 'walk', seconds: 420, path: bridleway, effort: 1.05 },
  { gait: 'trot', seconds: 200, path: bridleway, rising: 'left', slope: 0.03 },
  { gait: 'walk', seconds: 180, path: bridleway, slope: -0.06, effort: 0.95 },
  { gait: 'trot', seconds: 160, path: bridleway, rising: 'right' },
  { gait: 'canter', seconds: 100, path: bridleway, lead: 'left' },
  { gait: 'trot', seconds: 40, path: bridleway },
  { gait: 'walk', seconds: 150, path: bridleway },
  { gait: 'canter', seconds: 40, path: straight, lead: 'right' },
  { gait: 'gallop', seconds: 45, path: straight, lead: 'right', slope: 0.02 },
  { gait: 'canter', seconds: 30, path: straight, lead: 'right' },
  { gait: 'trot', seconds: 35, path: bridleway },
];

export const hack: Scenario = {
  name: 'hack',
  description: 'An hour and a half out of doors: long lines, hills, a gallop',
  legs: [
    { gait: 'halt', seconds: 60, path: straight },
    ...loop,
    { gait: 'walk', seconds: 240, path: bridleway },
    { gait: 'halt', seconds: 45, path: straight },
    ...loop,
    { gait: 'walk', seconds: 300, path: bridleway },
    ...loop,
    { gait: 'walk', seconds: 510, path: bridleway, effort: 1.1 },
    { gait: 'halt', seconds: 45, path: straight },
  ],
};
