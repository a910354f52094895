import type { RouteOptions } from 'fastify';
import { takesFile } from './limits.ts';
import { isProblemCode, type ProblemCode, problemTable } from './problems.ts';

/** Every problem that a route can answer with, in the order of the table: its own, those of what it asks, and those of its kind. */
export function problemsOfRoute(route: RouteOptions): readonly ProblemCode[] {
  const { asks = [], problems = [] } = route.config ?? {};
  const asked = asks.flatMap(({ errors }) => Object.keys(errors));
  const codes = new Set<string>([
    ...problems,
    ...asked,
    ...ofEveryRoute,
    ...ofItsInput(route),
    ...ofItsAccess(route),
  ]);
  return Object.keys(problemTable)
    .filter(isProblemCode)
    .filter((code) => codes.has(code));
}

const ofEveryRoute: readonly ProblemCode[] = [
  'too-many-requests',
  'unexpected',
  'busy',
  'unavailable',
  'too-slow',
];

function ofItsInput({ schema, config, method }: RouteOptions): readonly ProblemCode[] {
  const { body, querystring, params, headers } = (schema ?? {}) as Record<string, unknown>;
  const isJson = body !== undefined && !takesFile(config?.load);
  return [
    ...((body ?? querystring ?? params ?? headers) ? (['input-not-valid'] as const) : []),
    ...(isJson
      ? (['body-not-json', 'body-too-slow', 'body-too-large', 'content-type-not-supported'] as const)
      : []),
    ...(method === 'GET' ? [] : (['storage-full'] as const)),
  ];
}

function ofItsAccess({ config = {}, method }: RouteOptions): readonly ProblemCode[] {
  const { access, credential } = config;
  return [
    ...(method === 'GET' ? [] : (['origin-not-allowed'] as const)),
    ...(access === 'public' ? [] : (['not-signed-in'] as const)),
    ...(access === 'administrator' ? (['not-allowed'] as const) : []),
    ...(access === 'public'
      ? []
      : credential === 'sign-in'
        ? (['token-not-allowed'] as const)
        : (['scope-missing'] as const)),
  ];
}
