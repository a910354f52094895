import { AnalysisLine, TrendAnswer } from '@piaffe/results';
import { type TSchema, Type } from 'typebox';
import type { ProblemCode } from '../http/problems.ts';
import { BatchQuery } from '../routes/batch.ts';
import { Health } from '../routes/health.ts';
import { RideQuery } from '../routes/ride-query.ts';
import { seriesTypes } from '../routes/send-series.ts';
import { TrendQuery } from '../routes/trends.ts';

/** What the page and the OpenAPI file say of one route. */
export interface DescribedOperation {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly query: { readonly properties: Readonly<Record<string, TSchema>> } | null;
  /** Media types of the body; empty for none. */
  readonly takes: readonly string[];
  /** Media types of the answer, with the schema of those that have one. */
  readonly gives: Readonly<Record<string, TSchema | null>>;
  readonly problems: readonly ProblemCode[];
  readonly open: boolean;
  readonly example: string;
}

const ofBodies = [
  'input-not-valid',
  'upload-cut-off',
  'upload-too-slow',
  'body-too-large',
  'content-encoding-not-supported',
  'storage-full',
] as const satisfies readonly ProblemCode[];
const ofComputing = [
  'needs-too-much-memory',
  'computation-broke-down',
  'unavailable',
  'too-slow',
] as const satisfies readonly ProblemCode[];
const ofRecordings = [
  ...ofBodies,
  'recording-empty',
  'recording-rejected',
  'not-acceptable',
  ...ofComputing,
] as const;
const recording = ['application/octet-stream'];
const Lines = Type.String({ description: 'A JSON object on each line' });

export const operations: readonly DescribedOperation[] = [
  {
    method: 'post',
    path: '/v1/metrics',
    id: 'analyse',
    summary: 'One recording in, its metrics out',
    description:
      'The body is the file as it is, of any content type: CSV, Sensor Logger, phyphox, Movesense, FIT, GPX, TCX, Arrow and ' +
      'more; its format is told by its content. The answer is what `piaffe analyse --json` prints. With ' +
      '`Accept: application/x-ndjson` lines of `{"progress": {share, step}}` come first.',
    query: RideQuery,
    takes: recording,
    gives: {
      'application/json': AnalysisLine,
      'application/x-ndjson': Lines,
      'application/vnd.apache.arrow.stream': null,
      'application/vnd.apache.arrow.file': null,
    },
    problems: ofRecordings,
    open: false,
    example: 'curl --data-binary @ride.csv "$COMPUTE/v1/metrics?startedAt=2026-05-01T10:30:00Z"',
  },
  {
    method: 'post',
    path: '/v1/series',
    id: 'analyseSeries',
    summary: 'One recording in, one value a second out',
    description:
      'Cadence, elevation, turn rate and activity over the ride, and heart rate, speed and altitude where it has them. The ' +
      'unit of a column is in the metadata of its Arrow field, and behind its name in CSV.',
    query: RideQuery,
    takes: recording,
    gives: Object.fromEntries(seriesTypes.map((type) => [type, null])),
    problems: ofRecordings,
    open: false,
    example: 'curl --data-binary @ride.csv -H "Accept: text/csv" "$COMPUTE/v1/series"',
  },
  {
    method: 'post',
    path: '/v1/batch',
    id: 'analyseBatch',
    summary: 'Many recordings in, a line of JSON for each out as they come',
    description:
      'The body is a tar archive, not compressed, or a form (multipart/form-data) with a file in each part; a field ' +
      '`parameters` before a part, a JSON object of what the query may say, is about that file alone. A file that cannot be ' +
      'used has a line with its reason, and the next one is analysed. When the body itself breaks off, the last line is ' +
      '`{"problem": ...}`.',
    query: BatchQuery,
    takes: ['application/x-tar', 'multipart/form-data'],
    gives: { 'application/x-ndjson': Lines },
    problems: [...ofBodies, 'batch-broken'],
    open: false,
    example: 'tar -cf - rides | curl -N -X POST -T - "$COMPUTE/v1/batch?horse=Luna"',
  },
  {
    method: 'post',
    path: '/v1/trends',
    id: 'tellTrend',
    summary: 'Results, or a table of sessions, of one horse in; its track record out',
    description:
      'The body is what `/v1/metrics` and `/v1/batch` answered (JSON, an array, lines, or `{"results": [], "events": []}`), or ' +
      'a table as CSV or Arrow. Its columns: `startedAt` (ISO 8601 with offset), metrics by their path such as ' +
      '`gaits.walk.cadence`, and, where known, `<metric> quality`, `session`, `horse`, `type`, `surface`, `rider`, `mount` and ' +
      '`algorithm` (name@version). What cannot be used is in `refused`, with the reason.',
    query: TrendQuery,
    takes: [
      'application/json',
      'application/x-ndjson',
      'text/csv',
      'application/vnd.apache.arrow.stream',
      'application/vnd.apache.arrow.file',
    ],
    gives: { 'application/json': TrendAnswer },
    problems: [...ofBodies, 'nothing-usable', 'several-horses', 'sessions-not-valid', ...ofComputing],
    open: false,
    example: 'curl --data-binary @sessions.csv "$COMPUTE/v1/trends?timeZone=Europe/Berlin"',
  },
  {
    method: 'get',
    path: '/health/live',
    id: 'isLive',
    summary: 'Whether the service runs',
    description: 'Answers as long as it does.',
    query: null,
    takes: [],
    gives: { 'application/json': Type.Object({ status: Type.Literal('live') }) },
    problems: [],
    open: true,
    example: 'curl "$COMPUTE/health/live"',
  },
  {
    method: 'get',
    path: '/health/ready',
    id: 'isReady',
    summary: 'Whether it can compute',
    description: '200 when it can, 503 when it cannot just now. Nothing is asked for it.',
    query: null,
    takes: [],
    gives: { 'application/json': Health },
    problems: [],
    open: true,
    example: 'curl "$COMPUTE/health/ready"',
  },
];
