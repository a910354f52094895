import type { Extension, Output } from '@piaffe/kernel';
import type { metricContract } from '@piaffe/metric/contract';

/** One that adds metrics, under its name in the plan. */
export type Plugin = Extension<typeof metricContract>;

/** Its version, and which metrics it adds. */
export type Described = Output<typeof metricContract, 'describe'>;
