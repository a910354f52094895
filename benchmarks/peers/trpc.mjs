import { load } from './load.mjs';
import { standardSchema } from './standard-schema.mjs';

/** @param {import('../calls/open-peers.ts').PeerOrder} order */
export async function open({ operations }) {
  const { initTRPC } = await load('@trpc/server');
  const t = initTRPC.create();
  const procedures = Object.entries(operations).map(([name, { inputFits, outputFits, work }]) => [
    name,
    t.procedure
      .input(standardSchema(inputFits))
      .output(standardSchema(outputFits))
      .query(({ input }) => work(input)),
  ]);
  const caller = t.createCallerFactory(t.router(Object.fromEntries(procedures)))({});
  return { call: (name, input) => caller[name](input), async [Symbol.asyncDispose]() {} };
}
