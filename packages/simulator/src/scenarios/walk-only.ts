import { arena, bridleway, type Scenario, straight } from '../scenario.ts';

export const walkOnly: Scenario = {
  name: 'walk-only',
  description: 'Twenty minutes of walk and nothing else',
  legs: [
    { gait: 'halt', seconds: 15, path: straight },
    { gait: 'walk', seconds: 585, path: arena('left') },
    { gait: 'walk', seconds: 570, path: bridleway, effort: 1.08 },
    { gait: 'halt', seconds: 30, path: straight },
  ],
};
