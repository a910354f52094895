import { Type } from 'typebox';

export const gaitNames = ['halt', 'walk', 'trot', 'canter', 'gallop', 'tolt', 'pace', 'unknown'] as const;
export const Gait = Type.Enum(gaitNames);
export type Gait = (typeof gaitNames)[number];

/** The gaits that have strides. */
export const movingGaits = ['walk', 'trot', 'canter', 'gallop', 'tolt', 'pace'] as const;
export type MovingGait = (typeof movingGaits)[number];
