import { aggregationContract } from '@piaffe/aggregation/contract';
import { degrades } from '@piaffe/kernel';
import { metricContract } from '@piaffe/metric/contract';
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

/** What sessions asks of a plugin that adds metrics, by its name in the plan. */
export const pluginNeed = (name: string) =>
  degrades(
    { ...metricContract, name },
    {
      features: [`the metrics of ${name}`],
      answer: 'Rides have all their other metrics; those of the plugin follow by themselves once it answers.',
    },
  );
