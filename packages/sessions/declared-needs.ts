import { aggregationContract } from '@piaffe/aggregation/contract';
import { degrades } from '@piaffe/kernel';
import { stableContract } from '@piaffe/stable/contract';

/** What sessions asks of others, and what riders do without when they are away. */
export const sessionsNeeds = [
  degrades(stableContract, {
    features: ['uploads'],
    answer:
      'Recordings cannot be taken in for the moment, as nobody can say whose horse it is. Keep them and try again shortly.',
  }),
  degrades(aggregationContract, {
    features: ['analysis'],
    answer: 'New recordings are kept and wait. Their analysis arrives by itself once it can be done again.',
  }),
] as const;
