import { hostTrials, trialsInProcess } from './hosted-trials.fixture.ts';

// A host as a program of its own, for the test that kills it.
const { trials } = await hostTrials(trialsInProcess());
const { pid } = await trials.whereabouts({});
process.stdout.write(`${pid}\n`);
void trials.misbehave({ how: process.argv[2] });
