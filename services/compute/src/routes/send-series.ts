import { Readable } from 'node:stream';
import type { DisplaySeries } from '@piaffe/aggregation/contract';
import { toArrow, toCsv } from '@piaffe/series';
import type { FastifyReply } from 'fastify';

export const seriesTypes = [
  'application/vnd.apache.arrow.stream',
  'application/vnd.apache.arrow.file',
  'text/csv',
  'application/json',
] as const;
export type SeriesType = (typeof seriesTypes)[number];

/** Answers with the series of a ride, one value a second. */
export async function sendSeries(reply: FastifyReply, type: SeriesType, series: DisplaySeries) {
  switch (type) {
    case 'application/json':
      return reply.type('application/json; charset=utf-8').send(series);
    case 'text/csv':
      return reply.type('text/csv; charset=utf-8').send(Readable.from(toCsv(series)));
    default: {
      const bytes = await toArrow(series, type.endsWith('stream') ? 'stream' : 'file');
      return reply.type(type).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
  }
}
