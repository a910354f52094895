import { Problem, type ProblemCode, problemTable } from '../http/problems.ts';
import { version } from '../version.ts';
import { type DescribedOperation, operations } from './operations.ts';

const ofEvery = [
  'origin-not-allowed',
  'request-malformed',
  'busy',
  'unexpected',
] as const satisfies readonly ProblemCode[];
const ofTokens = ['token-missing', 'token-not-known'] as const satisfies readonly ProblemCode[];

/** The routes for people as an OpenAPI 3.1 document; the calls of servers go by the contracts, at `/contracts`. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Piaffe computation service',
      version,
      summary: 'Recordings of horse-motion sensors in, metrics, series and trends out',
      description:
        'It keeps nothing: what is sent is gone with the answer. Where the service has tokens, send one as ' +
        '`Authorization: Bearer`. Every problem is `application/problem+json` (RFC 9457) with a stable `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      operations.map((each) => [each.path, { [each.method]: operationObject(each) }]),
    ),
    components: {
      schemas: { Problem },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Of `piaffe compute token NAME`' },
      },
    },
  };
}

function operationObject({
  id,
  summary,
  description,
  query,
  takes,
  gives,
  open,
  problems,
}: DescribedOperation) {
  const content = (types: readonly string[]) => Object.fromEntries(types.map((type) => [type, {}]));
  return {
    operationId: id,
    summary,
    description,
    security: open ? [] : [{ token: [] }, {}],
    ...(query === null ? {} : { parameters: Object.entries(query.properties).map(parameter) }),
    ...(takes.length === 0 ? {} : { requestBody: { required: true, content: content(takes) } }),
    responses: {
      200: {
        description: 'What was asked for',
        content: Object.fromEntries(
          Object.entries(gives).map(([type, schema]) => [type, schema ? { schema } : {}]),
        ),
      },
      ...problemResponses([...problems, ...ofEvery, ...(open ? [] : ofTokens)]),
    },
  };
}

const parameter = ([name, { description = '', ...schema }]: readonly [
  string,
  { readonly description?: string },
]) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

function problemResponses(codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy(codes, (code) => problemTable[code][0]);
  return Object.fromEntries(
    [...byStatus].map(([status, each]) => [
      status,
      {
        description: each.map((code) => `\`${code}\`: ${problemTable[code][1]}`).join('. '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
