import { outAndBack, type Scenario, straight } from '../scenario.ts';

export const trotInHand: Scenario = {
  name: 'trot-in-hand',
  description:
    'Trotted up in hand, straight out and back, by a horse whose half-strides differ by about 8 mm',
  horse: { kind: 'warmblood', asymmetry: { millimetres: 8, degrees: 20 } },
  legs: [
    { gait: 'halt', seconds: 10, path: straight },
    { gait: 'walk', seconds: 20, path: straight },
    { gait: 'trot', seconds: 100, path: outAndBack('right', 50, 3) },
    { gait: 'walk', seconds: 15, path: straight },
    { gait: 'halt', seconds: 10, path: straight },
  ],
};
