import { once } from 'node:events';
import { startThread } from '@piaffe/processes';
import type { RideAnswer } from './answer-with-rides.ts';
import type { DemoOrder, DemoPlan, RideFile } from './demo-plan.ts';

/** Makes the rides of a demo on a thread of its own, one at a time: nobody who reads waits for them. */
export interface RideWriter extends AsyncDisposable {
  readonly plan: DemoPlan;
  /** The one at that place in the plan; again the same bytes. */
  write(ride: number): Promise<RideFile>;
}

/** `args` start the thread: it calls `answerWithRides`. */
export async function startRideWriter(args: readonly string[], order: DemoOrder): Promise<RideWriter> {
  const worker = startThread(args, { workerData: order, name: 'demo' });
  // What nobody waits for just now must not end the server.
  worker.on('error', () => {});
  const answer = async (): Promise<RideAnswer> => {
    const heard = new AbortController();
    const { signal } = heard;
    const ended = once(worker, 'exit', { signal }).then(() => {
      throw new Error('the thread that makes the rides of the demo has ended');
    });
    ended.catch(() => {});
    try {
      const [answered] = await Promise.race([once(worker, 'message', { signal }), ended]);
      return answered as RideAnswer;
    } finally {
      heard.abort();
    }
  };
  const end = async () => void (await worker.terminate());
  try {
    const { plan } = (await answer()) as { readonly plan: DemoPlan };
    return {
      plan,
      async write(ride) {
        worker.postMessage(ride);
        return ((await answer()) as { readonly file: RideFile }).file;
      },
      [Symbol.asyncDispose]: end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
