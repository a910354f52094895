import { type Scenario, straight } from '../scenario.ts';
import { sampleRide } from './sample-ride.ts';

export const forgotToStop: Scenario = {
  ...sampleRide,
  name: 'forgot-to-stop',
  description: 'The sample ride, and then forty minutes in the box with the sensor still on',
  legs: [...sampleRide.legs, { gait: 'halt', seconds: 2400, path: straight }],
};
