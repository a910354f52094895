import { Failure } from '@piaffe/kernel';

/** Null where it failed with one of these codes: what was removed meanwhile, or is not there yet. */
export async function whereThere<T>(asked: Promise<T>, ...codes: readonly string[]): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Failure && codes.includes(error.code)) return null;
    throw error;
  }
}
