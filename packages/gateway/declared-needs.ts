import { authContract } from '@piaffe/auth/contract';
import { degrades, required } from '@piaffe/kernel';
import { sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import { trendContract } from '@piaffe/trend/contract';

/** What the public API offers people, as far as it can be lost on its own. */
export const gatewayFeatures = [
  'sign-in',
  'horses',
  'rides',
  'uploads',
  'analysis',
  'trends',
  'export',
] as const;

export type Feature = (typeof gatewayFeatures)[number];

/** What the gateway asks of others, and what people do without when they are away. */
export const gatewayNeeds = [
  required(authContract, {
    answer:
      'Nobody can be recognised for the moment, so nothing of anybody is shown. Nothing is lost; try again shortly.',
  }),
  degrades(stableContract, {
    features: ['horses', 'uploads', 'trends', 'export'],
    answer:
      'Horses cannot be shown for the moment, nor anything new be added to them. Rides can be opened as always.',
  }),
  degrades(sessionsContract, {
    features: ['rides', 'uploads', 'analysis', 'trends', 'export'],
    answer: 'Rides cannot be shown or taken in for the moment. Those there are, are kept; try again shortly.',
  }),
  degrades(trendContract, {
    features: ['trends'],
    answer:
      'Trends and what is usual for a horse cannot be told at the moment. Rides, their results and uploads go on.',
  }),
] as const;
