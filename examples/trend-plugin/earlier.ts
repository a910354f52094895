import type { Trend } from '@piaffe/trend/contract';

/** So many comparable sessions out of range one after the other are worth talking about; three, as Piaffe has it. */
const inARow = 2;
/** Nothing is advised before there are this many comparable ones. */
const adviseFrom = 8;

type Algorithm = Pick<Trend['algorithm'], 'name' | 'version'>;

/** Another rule is another algorithm: whoever reads a trend can tell. */
function algorithm<A extends Algorithm>(before: A): A {
  return { ...before, name: 'earlier-trend', version: `${before.version}-1` };
}

/** The same track record, with the advice to ask a vet after two sessions. */
function trend(before: Trend): Trend {
  const { parameters } = before.algorithm;
  return {
    ...before,
    algorithm: { ...algorithm(before.algorithm), parameters: { ...parameters, inARow } },
    outOfRange: before.outOfRange.map((run) => {
      const isLong = run.inARow >= inARow && before.groups[run.group]!.sessions >= adviseFrom;
      return isLong ? { ...run, advice: 'talk-to-your-vet' as const } : run;
    }),
  };
}

export const earlier = { algorithm, trend };
