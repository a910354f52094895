import { arena, circle, type Scenario, straight } from '../scenario.ts';
import { courseOfFences } from './jumping-lesson.ts';

export const jumpingWithBucks: Scenario = {
  name: 'jumping-with-bucks',
  description: 'A fresh horse: two courses of low fences, and bucks, stumbles and spooks that are no jumps',
  horse: { kind: 'riding horse' },
  legs: [
    { gait: 'halt', seconds: 15, path: straight },
    {
      gait: 'walk',
      seconds: 90,
      path: arena('left'),
      incidents: [
        { kind: 'spook', after: 30 },
        { kind: 'stumble', after: 60 },
      ],
    },
    {
      gait: 'trot',
      seconds: 90,
      path: arena('left'),
      rising: 'right',
      incidents: [
        { kind: 'stumble', after: 25 },
        { kind: 'spook', after: 55 },
      ],
    },
    {
      gait: 'canter',
      seconds: 75,
      path: circle('left', 20),
      incidents: [
        { kind: 'bucks', after: 8 },
        { kind: 'bucks', after: 30 },
        { kind: 'stumble', after: 50 },
        { kind: 'spook', after: 62 },
      ],
    },
    { gait: 'trot', seconds: 30, path: arena('right') },
    courseOfFences(65),
    { gait: 'canter', seconds: 40, path: arena('right'), incidents: [{ kind: 'bucks', after: 12 }] },
    { gait: 'walk', seconds: 90, path: arena('right') },
    {
      ...courseOfFences(80),
      incidents: [
        { kind: 'bucks', after: 13 },
        { kind: 'stumble', after: 33 },
        { kind: 'bucks', after: 42 },
        { kind: 'bucks', after: 65 },
      ],
    },
    { gait: 'trot', seconds: 40, path: arena('left'), rising: 'right' },
    { gait: 'walk', seconds: 90, path: arena('left'), incidents: [{ kind: 'spook', after: 50 }] },
    { gait: 'halt', seconds: 15, path: straight },
  ],
};
