/** What the promise resolves with, or null when that takes longer. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(late.resolve, milliseconds, null);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}
