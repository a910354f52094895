import { load } from './load.mjs';
import { standardSchema } from './standard-schema.mjs';

/** @param {import('../calls/open-peers.ts').PeerOrder} order */
export async function open({ operations }) {
  const { createRouterClient, os } = await load('@orpc/server');
  const router = Object.entries(operations).map(([name, { inputFits, outputFits, work }]) => [
    name,
    os
      .input(standardSchema(inputFits))
      .output(standardSchema(outputFits))
      .handler(({ input }) => work(input)),
  ]);
  const client = createRouterClient(Object.fromEntries(router), { context: {} });
  return { call: (name, input) => client[name](input), async [Symbol.asyncDispose]() {} };
}
