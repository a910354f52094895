import { aggregationContract } from '@piaffe/aggregation/contract';
import { Unavailable } from '@piaffe/kernel';
import { readBlobs, readStoreId } from '@piaffe/storage';
import { trendContract } from '@piaffe/trend/contract';
import { answerBy, callHandler } from '@piaffe/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../http/app.ts';
import { Refusal } from '../http/problems.ts';
import { refuseByHeaders } from '../http/receive-body.ts';
import type { RouteNeeds } from './route-needs.ts';

const contracts = [aggregationContract, trendContract];

/** The calls of servers that have their computation here: by the contracts of the modules, over the wire of the kernel. */
export function wireRoutes(app: App, { computation, scratch, dataFolder, limits }: RouteNeeds): void {
  const answer = answerBy(
    new Map<string, object>([
      [aggregationContract.name, computation.aggregation],
      [trendContract.name, computation.trend],
    ]),
  );
  const shared = dataFolder === null ? null : readBlobs(dataFolder);
  const handlerReaching = (reaches: readonly string[]) =>
    callHandler({ contracts, token: null, reaches, perform });
  let handler = handlerReaching([]);
  let storeId: string | null = null;

  app.get('/contracts', async (request, reply) => {
    // The server may make its data folder later than this starts.
    if (dataFolder !== null && storeId === null) {
      storeId = await readStoreId(dataFolder);
      if (storeId !== null) handler = handlerReaching([storeId]);
    }
    return handOn(request, reply);
  });
  app.get('/contracts/:module', handOn);
  for (const { name } of contracts) {
    app.post(`/${name}/:operation`, async (request, reply) => {
      refuseByHeaders(request, limits.maxTableBytes);
      if (request.headers['content-length'] === undefined)
        throw new Refusal('length-required', 'Say with Content-Length how long the input is.');
      return handOn(request, reply);
    });
  }

  function handOn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    reply.hijack();
    handler(request.raw, reply.raw);
    return reply;
  }

  async function perform(call: Parameters<typeof answer>[0]): Promise<void> {
    await using held = new AsyncDisposableStack();
    if (call.module === aggregationContract.name) {
      for (const reference of referencesOf(call.input)) {
        const there = scratch.hold(reference);
        if (there !== null) held.use(there);
        else if ((await shared?.size(reference)) == null) throw notHandedOver(reference);
      }
    }
    await answer(call);
  }
}

/** Tells the caller to hand it over and ask again: it is nobody's fault, and nothing is wrong with the recording. */
function notHandedOver(reference: string): Unavailable {
  const detail = `the recording ${reference} is not here; it has to be handed over first`;
  return new Unavailable(aggregationContract.name, 'down', detail, { retryAfter: 1 });
}

/** What is not well formed is told by whoever reads it next. */
function referencesOf(input: () => unknown): readonly string[] {
  try {
    const { inputs } = input() as { inputs: { reference: string }[] };
    return inputs.map(({ reference }) => reference).filter((reference) => /^[0-9a-f]{64}$/.test(reference));
  } catch {
    return [];
  }
}
