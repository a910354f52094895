import { readBlobs } from '@piaffe/storage';
import { Type } from 'typebox';
import type { App } from '../http/app.ts';
import { Refusal } from '../http/problems.ts';
import { receiveBody } from '../http/receive-body.ts';
import type { RouteNeeds } from './route-needs.ts';

const params = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });

/** Recordings handed over before they are asked about, by those who do not share a data folder with the service. */
export function blobRoutes(app: App, { scratch, dataFolder, limits }: RouteNeeds): void {
  const shared = dataFolder === null ? null : readBlobs(dataFolder);

  app.head('/blobs/:sha256', { schema: { params } }, async (request, reply) => {
    const { sha256 } = request.params;
    await using held = scratch.hold(sha256);
    const there = held !== null || (await shared?.size(sha256)) != null;
    return reply.code(there ? 200 : 404).send();
  });

  app.put('/blobs/:sha256', { schema: { params } }, async (request, reply) => {
    const announced = request.params.sha256;
    await using held = await receiveBody(request, reply, scratch, {
      limits,
      keep: true,
      check(sha256) {
        if (sha256 === announced) return;
        throw new Refusal(
          'checksum-mismatch',
          `The bytes that came have the SHA-256 ${sha256}. Send them again.`,
        );
      },
    });
    return reply.code(201).send({ sha256: held.sha256, bytes: held.bytes });
  });
}
