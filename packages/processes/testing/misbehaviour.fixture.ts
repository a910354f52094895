import type { Call } from '@piaffe/kernel';

const kept: unknown[] = [];

/** Each way of behaving badly, by the name it is asked for. */
export const misbehaviour: Readonly<Record<string, (call: Call) => unknown>> = {
  throw() {
    throw new RangeError('off the scale');
  },
  'throw a text'() {
    throw 'off the scale';
  },
  'answer wrongly': () => ({ surplus: true }),
  'answer nothing': () => undefined,
  'answer what is not JSON': () => 1n,
  'throw later'() {
    setTimeout(() => {
      throw new Error('nobody catches this');
    });
    return never();
  },
  'end the thread': () => process.exit(3),
  segfault() {
    process.kill(process.pid, 'SIGSEGV');
    return never();
  },
  'loop for ever'() {
    for (;;);
  },
  'never answer': never,
  'answer once aborted': ({ signal, onProgress }) =>
    new Promise((resolve) => {
      onProgress({ share: 0, step: 'at work' });
      signal.addEventListener('abort', () => resolve({}));
      if (signal.aborted) resolve({});
    }),
  'fill the heap'() {
    for (let i = 0; ; i++) kept.push(new Array(100_000).fill(i));
  },
  'fill a buffer': () => kept.push(new ArrayBuffer(2 ** 52)),
  'fill buffers'() {
    for (let i = 0; i < 20; i++) kept.push(new Float32Array(25_000_000).fill(i));
    return {};
  },
  'fill small buffers'() {
    for (let i = 0; i < 2_000_000; i++) kept.push(new Float32Array(256).fill(i));
    return {};
  },
  speak() {
    console.log('a word\nand another');
    console.error('a complaint');
    return {};
  },
};

function never(): Promise<never> {
  return new Promise(() => {});
}
