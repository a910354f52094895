import { closed } from '@piaffe/kernel';
import { Trend } from '@piaffe/trend/contract';
import { type Static, Type } from 'typebox';
import { Refused } from './past-result.ts';

/** What `piaffe trend --json` prints: the trend of the results it could use, and what it refused. */
export const TrendAnswer = closed({
  refused: Type.Array(Refused, { description: 'What was given and is not in the trend, and why' }),
  ...Trend.properties,
});
export type TrendAnswer = Static<typeof TrendAnswer>;

/** The JSON Schema (draft 2020-12) of what `piaffe trend --json` prints. */
export function trendSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:piaffe:trend:1',
    title: 'What piaffe trend --json prints',
    description: 'The track record of one horse, from the results of its sessions.',
    ...(JSON.parse(JSON.stringify(TrendAnswer)) as object),
  };
}
