import { type Leg, type Scenario, straight, track } from '../scenario.ts';

const loop: readonly Leg[] = [
  { gait: 'walk', seconds: 420, path: track, effort: 1.05 },
  { gait: 'trot', seconds: 200, path: track, rising: 'left', slope: 0.03 },
  { gait: 'walk', seconds: 180, path: track, slope: -0.06, effort: 0.95 },
  { gait: 'trot', seconds: 160, path: track, rising: 'right' },
  { gait: 'canter', seconds: 100, path: track, lead: 'left' },
  { gait: 'trot', seconds: 40, path: track },
  { gait: 'walk', seconds: 150, path: track },
  { gait: 'canter', seconds: 40, path: straight, lead: 'right' },
  { gait: 'gallop', seconds: 45, path: straight, lead: 'right', slope: 0.02 },
  { gait: 'canter', seconds: 30, path: straight, lead: 'right' },
  { gait: 'trot', seconds: 35, path: track },
];

export const hack: Scenario = {
  name: 'hack',
  description: 'An hour and a half out of doors: long lines, hills, a gallop',
  legs: [
    { gait: 'halt', seconds: 60, path: straight },
    ...loop,
    { gait: 'walk', seconds: 240, path: track },
    { gait: 'halt', seconds: 45, path: straight },
    ...loop,
    { gait: 'walk', seconds: 300, path: track },
    ...loop,
    { gait: 'walk', seconds: 510, path: track, effort: 1.1 },
    { gait: 'halt', seconds: 45, path: straight },
  ],
};
