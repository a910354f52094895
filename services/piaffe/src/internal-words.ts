import { computationWord as serviceWord } from '@piaffe/compute/word';

/** The word on the command line by which a server starts this program again, to compute in. Not for people. */
export const computationWord = 'compute-for-server';
/** The same, in a thread that makes the rides of the demo stable. */
export const demoRidesWord = 'demo-rides';

/** Each is loaded only when it is asked for. */
const internal: Readonly<Record<string, (words: readonly string[]) => Promise<unknown>>> = {
  [computationWord]: async ([dataFolder = '']) =>
    (await import('./run-computation.ts')).runComputation(dataFolder),
  [serviceWord]: async (words) => (await import('@piaffe/compute/run-computation')).runComputation(words),
  [demoRidesWord]: async () => await import('./demo/simulated-rides.ts'),
};

/** Does what this program asks itself to do in another process or thread. False when the words are somebody else's. */
export async function runInternal([first = '', ...words]: readonly string[]): Promise<boolean> {
  if (!Object.hasOwn(internal, first)) return false;
  await internal[first]!(words);
  return true;
}
