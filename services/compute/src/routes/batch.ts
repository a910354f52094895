import { closed } from '@piaffe/kernel';
import { type AnalysisLine, analysedLine, rejectedLine } from '@piaffe/results';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { formParts } from '../batch/form-parts.ts';
import { inOrder } from '../batch/in-order.ts';
import { BatchBroken, brokenOr, type Part } from '../batch/part.ts';
import { tarParts } from '../batch/tar-parts.ts';
import type { App } from '../http/app.ts';
import { ndjson } from '../http/ndjson.ts';
import { Refusal } from '../http/problems.ts';
import { bodyOf, ofBody, refuseByHeaders, watchBody } from '../http/receive-body.ts';
import { refusalFor } from '../http/refusal-for.ts';
import { letBodyCome } from '../http/request-body.ts';
import { type Held, isAboutOneFile, type Scratch } from '../scratch/scratch.ts';
import { analyse, goneSignal } from './analyse.ts';
import { aggregateInput, checkRide, RideQuery } from './ride-query.ts';
import type { RouteNeeds } from './route-needs.ts';

const { file: _, ...ofAll } = RideQuery.properties;
export const BatchQuery = closed({
  ...ofAll,
  progress: Type.Optional(
    Type.Boolean({
      description: 'Tell between the results how far each is: `{"progress": {file, share, step}}`',
    }),
  ),
});

type Line = AnalysisLine | { readonly progress: object };

/** Many recordings in, a line for each out as soon as it and those before it are done. */
export function batchRoutes(app: App, needs: RouteNeeds): void {
  const { scratch, limits, workers } = needs;
  app.post('/v1/batch', { schema: { querystring: BatchQuery } }, async (request, reply) => {
    refuseByHeaders(request, Number.POSITIVE_INFINITY);
    const { progress: wantsProgress = false, ...query } = request.query;
    aggregateInput('', query);
    const signal = goneSignal(reply);
    using watch = watchBody(limits);
    const parts = partsOf(request, watch.counted(bodyOf(request)));
    letBodyCome(request, reply);
    return await ndjson<Line>(request, reply, async (send) => {
      const results = inOrder<AnalysisLine>(2 * workers, send);
      try {
        for await (const part of parts) {
          signal.throwIfAborted();
          const held = await receivePart(part, scratch, limits.maxRecordingBytes);
          await results.add(() => lineOf(part, held));
        }
      } catch (error) {
        await results.ended();
        const told = ofBody(brokenOr(error), request);
        throw told instanceof BatchBroken ? new Refusal('batch-broken', told.message) : told;
      }
      await results.ended();

      async function lineOf({ file, said }: Part, held: Held | Error): Promise<AnalysisLine> {
        try {
          if (held instanceof Error) throw held;
          await using recording = held;
          if (recording.bytes === 0) throw new Refusal('recording-empty', 'The file has no bytes.');
          const asked = aggregateInput('', { ...query, ...checkRide(said) });
          const { result } = await analyse(recording.sha256, asked, needs, signal, (progress) => {
            if (wantsProgress) send({ progress: { file, ...progress } });
          });
          return analysedLine(file, result);
        } catch (error) {
          signal.throwIfAborted();
          const { code, closerCode, message } = refusalFor(error);
          if (code === 'unexpected')
            request.log.error({ err: error, requestId: request.id }, 'a file of a batch failed');
          return rejectedLine(file, closerCode ?? code, message);
        }
      }
    });
  });
}

function partsOf(request: FastifyRequest, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/i.test(type))
    return formParts(bytes, { ...request.headers, 'content-type': type });
  return tarParts(bytes);
}

/** Takes a file in, or tells why just this one cannot be; the next one comes behind what is left of it. */
async function receivePart({ body }: Part, scratch: Scratch, maxBytes: number): Promise<Held | Error> {
  try {
    return await scratch.receive(body, { maxBytes });
  } catch (error) {
    if (!isAboutOneFile(error)) throw error;
    for await (const _ of body);
    return error;
  }
}
