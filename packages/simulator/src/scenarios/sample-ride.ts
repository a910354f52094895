import { arena, circle, type Scenario, serpentine, straight } from '../scenario.ts';

/** Eleven minutes with something of everything. */
export const sampleRide: Scenario = {
  name: 'sample-ride',
  description: 'A short schooling ride: three gaits on both reins, circles and straight lines',
  horse: { kind: 'warmblood', asymmetry: { millimetres: 9, degrees: 35 } },
  legs: [
    { gait: 'halt', seconds: 15, path: straight },
    { gait: 'walk', seconds: 50, path: arena('left') },
    { gait: 'walk', seconds: 24, path: circle('left', 10) },
    { gait: 'walk', seconds: 30, path: arena('right') },
    { gait: 'walk', seconds: 24, path: circle('right', 10) },
    { gait: 'trot', seconds: 60, path: arena('right'), rising: 'left' },
    { gait: 'trot', seconds: 30, path: circle('right', 20), rising: 'left' },
    { gait: 'trot', seconds: 50, path: arena('left'), rising: 'right' },
    { gait: 'trot', seconds: 30, path: circle('left', 20), rising: 'right' },
    { gait: 'walk', seconds: 20, path: straight },
    { gait: 'halt', seconds: 8, path: straight },
    { gait: 'trot', seconds: 40, path: serpentine('left') },
    { gait: 'canter', seconds: 45, path: circle('left', 20) },
    { gait: 'canter', seconds: 20, path: arena('left') },
    { gait: 'trot', seconds: 30, path: straight },
    { gait: 'canter', seconds: 45, path: circle('right', 20) },
    { gait: 'canter', seconds: 20, path: arena('right') },
    { gait: 'trot', seconds: 45, path: arena('right') },
    { gait: 'walk', seconds: 80, path: straight, effort: 1.1 },
    { gait: 'halt', seconds: 12, path: straight },
  ],
};
