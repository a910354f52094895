import swagger from '@fastify/swagger';
import type { FastifySchema, RouteOptions } from 'fastify';
import type { TSchema } from 'typebox';
import type { App } from './app.ts';
import { markNames, withNames } from './openapi-names.ts';
import { Problem, type ProblemCode, problemTable } from './problems.ts';
import { problemsOfRoute } from './route-problems.ts';

type Json = Record<string, unknown>;

const tags = {
  'sign-in': 'Signing a browser in and out',
  account: 'One’s own account',
  tokens: 'Tokens for programs',
  horses: 'Horses, and what happened to them',
  trends: 'What many rides of one horse tell together',
  riders: 'The people who ride them',
  recordings: 'Handing in what a sensor recorded',
  sessions: 'Rides: what is said about them, their results, and the raw files',
  notes: 'Notes on a ride',
  events: 'What happens, as it happens',
  invitations: 'How others get an account; for administrators',
  about: 'The API itself',
  transfer: 'Taking everything along, and bringing it back',
  administration: 'Accounts, the work list and the machine; for administrators',
  demo: 'The demo stable, whose horses are simulated',
};

/** Collects the routes of this scope as an OpenAPI 3.1 document, which is made when it is first asked for. */
export async function describeApi(app: App, { basePath, version }: { basePath: string; version: string }) {
  await app.register(swagger, {
    convertConstToEnum: false,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Piaffe',
        version,
        summary: 'Recordings of horse-motion sensors, kept and analysed',
        description:
          'Browsers sign in and have a cookie; programs send a token as `Authorization: Bearer`. Every problem is ' +
          '`application/problem+json` (RFC 9457) with a stable `code`. What belongs to somebody else answers as if it were not there.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: `${basePath}/api/v1` }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'piaffe', description: 'Set by signing in' },
          bearer: { type: 'http', scheme: 'bearer', description: 'A token of `POST /tokens`' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      schema: markNames({ ...schema, ...securityOf(route), response: responsesOf(route) }) as FastifySchema,
      url,
    }),
    transformObject: (result) => withNames('openapiObject' in result ? result.openapiObject : {}),
  });
}

function securityOf({ config = {}, schema }: RouteOptions) {
  const { access, credential, scope } = config;
  if (access === 'public') return { security: [] };
  if (credential === 'sign-in') return { security: [{ cookie: [] }] };
  const needed = `A token needs the scope \`${scope}\`.`;
  const description = [(schema as { description?: string }).description, needed].filter(Boolean).join(' ');
  return { security: [{ cookie: [] }, { bearer: [] }], description };
}

function responsesOf(route: RouteOptions) {
  const declared = Object.entries((route.schema as { response?: Record<number, Json> }).response ?? {});
  const byStatus = Map.groupBy(problemsOfRoute(route), (code) => problemTable[code][0]);
  const problems = [...byStatus].map(([status, codes]) => [status, problemResponse(codes)] as const);
  return Object.fromEntries([
    ...declared.map(([status, answer]) => [status, described(status, answer)]),
    ...unreadAnswer(route, declared),
    ...problems,
  ]);
}

/** What a token that may write but not read is answered in place of 200. */
function unreadAnswer({ config = {} }: RouteOptions, declared: readonly [string, Json][]) {
  const isMet = config.scope === 'write' && config.credential === 'any' && config.access !== 'public';
  if (!isMet || !declared.some(([status]) => status === '200')) return [];
  return [['204', { type: 'null', description: 'Done, for a token without the scope `read`' }]] as const;
}

/** An answer in the long form, with a description, which OpenAPI demands. */
function described(status: string, answer: Json): Json {
  if (answer.content !== undefined || answer.type === 'null') return answer;
  const description =
    answer.description ?? (status === '201' ? 'Done, and what is new' : 'What was asked for');
  return { description, content: { 'application/json': { schema: answer } } };
}

function problemResponse(codes: readonly ProblemCode[]) {
  const schema = {
    allOf: [
      Problem as TSchema,
      { type: 'object', required: ['code'], properties: { code: { type: 'string', enum: codes } } },
    ],
  };
  return {
    description: codes.map((code) => problemTable[code][1]).join('. '),
    content: { 'application/problem+json': { schema } },
  };
}
