import { Worker } from 'node:worker_threads';
import { load } from './load.mjs';

/** @param {import('../calls/open-peers.ts').PeerOrder} order */
export async function open({ server }) {
  const { createThreadInterceptor } = (await load('undici-thread-interceptor')).default;
  const { Agent, request } = await load('undici');
  const worker = new Worker(new URL('./thread-interceptor-worker.mjs', import.meta.url), {
    workerData: { server },
  });
  const interceptor = createThreadInterceptor({ domain: '.local' });
  await interceptor.route('probe', worker);
  const dispatcher = new Agent().compose(interceptor);
  const headers = { 'content-type': 'application/json' };
  return {
    async call(name, input) {
      const url = `http://probe.local/probe/${name}`;
      const { statusCode, body } = await request(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
        dispatcher,
      });
      const output = await body.json();
      if (statusCode !== 200) throw new Error(JSON.stringify(output));
      return output;
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}
