import fastify, { type FastifyInstance } from 'fastify';
import { probeContract } from './contract.ts';
import { probeWork } from './probe.ts';

const { small, large } = probeContract.operations;

/** The same answers from fastify with nothing around it: inputs are checked by their schemas, outputs written by theirs. */
export async function bareFastify(): Promise<FastifyInstance> {
  const app = fastify({ logger: false });
  // biome-ignore lint/suspicious/noExplicitAny: the schema of the body has checked it.
  const work = probeWork as any;
  for (const [name, { input, output }] of Object.entries({ small, large })) {
    const schema = { body: input, response: { 200: output } };
    app.post(`/probe/${name}`, { schema }, ({ body }) => work[name](body));
  }
  await app.ready();
  return app;
}
