import { load } from './load.mjs';

/** @param {import('../calls/open-peers.ts').PeerOrder} order */
export async function open({ operations }) {
  const { ServiceBroker } = (await load('moleculer')).default;
  const broker = new ServiceBroker({
    logger: false,
    internalServices: false,
    skipProcessEventRegistration: true,
    nodeID: 'benchmark',
    // Its own validator checks inputs only, so both checks are put around the action.
    validator: false,
    middlewares: [
      {
        localAction: (next, { rawName }) => {
          const { inputFits, outputFits } = operations[rawName];
          return async (context) => {
            if (!inputFits(context.params)) throw new TypeError('the input does not fit');
            const output = await next(context);
            if (!outputFits(output)) throw new TypeError('the output does not fit');
            return output;
          };
        },
      },
    ],
  });
  const actions = Object.entries(operations).map(([name, { work }]) => [name, ({ params }) => work(params)]);
  broker.createService({ name: 'probe', actions: Object.fromEntries(actions) });
  await broker.start();
  return {
    call: (name, input) => broker.call(`probe.${name}`, input),
    [Symbol.asyncDispose]: () => broker.stop(),
  };
}
