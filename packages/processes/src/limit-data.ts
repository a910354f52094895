/** RLIMIT_DATA, as Linux numbers it on every processor that Node runs on. */
const dataResource = 2;

/**
 * Has the system refuse this process more than so many MB to write to, for good. Heap limits do not hold typed arrays; this
 * holds everything. Does nothing where the system has no such limit; throws where it cannot be set.
 */
export async function limitData(megabytes: number): Promise<void> {
  if (process.platform !== 'linux') return;
  const { dlopen } = await import('node:ffi');
  using libc = dlopen(null, { setrlimit: { arguments: ['i32', 'buffer'], return: 'i32' } });
  const bytes = BigInt(megabytes) * 1024n * 1024n;
  // What is asked for, and what it may be raised to.
  const limits = new Uint8Array(BigUint64Array.of(bytes, bytes).buffer);
  if (libc.functions.setrlimit(dataResource, limits) !== 0) throw new Error('the system refuses it');
}
