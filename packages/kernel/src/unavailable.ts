import { Unavailable } from './errors.ts';

const sentences = {
  down: 'is not running at the moment',
  crashed: 'broke down while it worked on this',
  exhausted: 'needs more memory for this than it may have',
  slow: 'did not answer in time',
  overloaded: 'has more to do than it can take',
  broken: 'answers what its contract does not allow',
};

/** A module that cannot answer, in the words that are the same in every shape. */
export function unavailable(
  module: string,
  cause: keyof typeof sentences,
  retryAfter: number | null = null,
): Unavailable {
  return new Unavailable(module, cause, `${module} ${sentences[cause]}`, { retryAfter });
}
