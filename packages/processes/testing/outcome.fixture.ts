import { Failure, InvalidInput, InvalidOutput, Unavailable, Unexpected } from '@piaffe/kernel';

/** All that a caller can see of how a call ended. */
export async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return { output: await call };
  } catch (error) {
    return errorOutcome(error);
  }
}

function errorOutcome(error: unknown): unknown {
  if (!(error instanceof Error)) return { thrown: error };
  const { name, message } = error;
  if (error instanceof Failure) return { name, message, code: error.code, details: error.details };
  if (error instanceof InvalidInput || error instanceof InvalidOutput)
    return { name, message, problems: error.problems };
  if (error instanceof Unavailable) {
    const { need, cause, feature } = error;
    return { name, message, need, cause, feature };
  }
  if (error instanceof Unexpected) return { name, message };
  return { error };
}
