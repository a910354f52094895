import type { Scenario } from '../scenario.ts';
import { hack } from './hack.ts';

export const threeHours: Scenario = {
  ...hack,
  name: 'three-hours',
  description: 'Three hours out of doors: the longest recording to be expected',
  legs: [...hack.legs, ...hack.legs],
};
