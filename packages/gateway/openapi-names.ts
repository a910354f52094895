import { Corrections, DisplaySeries, Metric, Metrics } from '@piaffe/aggregation/contract';
import { Account, Invitation, SignInSummary, Token } from '@piaffe/auth/contract';
import {
  Added,
  ListedSession,
  Note,
  Overview,
  RawRecording,
  Receipt,
  RideContext,
  Session,
  SessionEvent,
  Trial,
  Trim,
  Troubled,
  WorkStatus,
} from '@piaffe/sessions/contract';
import { Horse, HorseEvent, Rider } from '@piaffe/stable/contract';
import { LoadDay, MetricTrend, OutOfRange, TrendEvent, TrendGroup, Week } from '@piaffe/trend/contract';
import { PartHealth } from './contract.ts';
import { Degradation } from './degraded.ts';
import { examples } from './openapi-examples.ts';
import { Problem } from './problems.ts';
import { DemoStatus } from './routes/demo.ts';
import { OpenedHorse } from './routes/horses.ts';
import { OpenedResult } from './routes/result.ts';
import { Server } from './routes/server.ts';
import { OpenedSession } from './routes/sessions.ts';
import { SignInAnswer } from './routes/sign-in.ts';
import { ImportReport } from './transfer/import-report.ts';
import { HorseTrend } from './trends/horse-trend.ts';
import { Usual } from './trends/usual.ts';

type Json = Record<string, unknown>;

/** What the document shows under a name of its own. */
export const namedSchemas = {
  Account,
  SignInAnswer,
  Token,
  Invitation,
  SignIn: SignInSummary,
  Horse,
  HorseEvent,
  Rider,
  OpenedHorse,
  Session,
  OpenedSession,
  ListedSession,
  RawRecording,
  Receipt,
  RideContext,
  Note,
  Overview,
  Trim,
  SessionEvent,
  WorkStatus,
  SessionResult: OpenedResult,
  Added,
  Metrics,
  Metric,
  DisplaySeries,
  HorseTrend,
  MetricTrend,
  TrendEvent,
  TrendGroup,
  Week,
  LoadDay,
  OutOfRange,
  Usual,
  Corrections,
  Troubled,
  Trial,
  Server,
  PartHealth,
  Degradation,
  DemoStatus,
  ImportReport,
  Problem,
};

const nameOf = new Map(Object.entries(namedSchemas).map(([name, schema]) => [JSON.stringify(schema), name]));
const mark = 'x-name';

/** The same part of a document with a mark on each schema that has a name. */
export function markNames(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(markNames);
  const name = nameOf.get(JSON.stringify(part));
  const marked = Object.entries(part).map(([key, value]) => [key, markNames(value)]);
  return Object.fromEntries(name === undefined ? marked : [...marked, [mark, name]]);
}

/**
 * The same document with each marked schema written once, among the components, with its example; and each set of problems
 * once, among the responses.
 */
export function withNames(document: object): Json {
  const schemas: Json = {};
  const responses: Json = {};
  const { components, ...rest } = childrenOf(document) as { components: Json };
  return { ...rest, components: { ...components, schemas: sorted(schemas), responses: sorted(responses) } };

  function childrenOf(part: object): Json {
    const children = Object.entries(part).filter(([key]) => key !== mark);
    return Object.fromEntries(children.map(([key, value]) => [key, referring(value)]));
  }

  function referring(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(referring);
    const schema = (part as { [mark]?: keyof typeof namedSchemas })[mark];
    if (schema !== undefined) {
      schemas[schema] ??= { ...childrenOf(part), ...exampleOf(schema) };
      return { $ref: `#/components/schemas/${schema}` };
    }
    const response = problemsNamed(part);
    if (response === null) return childrenOf(part);
    responses[response] ??= childrenOf(part);
    return { $ref: `#/components/responses/${response}` };
  }
}

function exampleOf(name: string): { readonly examples?: readonly unknown[] } {
  return Object.hasOwn(examples, name) ? { examples: [examples[name as keyof typeof examples]] } : {};
}

/** The name of a response that is a problem: its codes. Null for everything else. */
function problemsNamed(part: object): string | null {
  const { content } = part as { content?: { 'application/problem+json'?: { schema: { allOf: Json[] } } } };
  const [, { properties } = {}] = content?.['application/problem+json']?.schema.allOf ?? [];
  return (properties as { code: { enum: string[] } } | undefined)?.code.enum.join('.') ?? null;
}

function sorted(record: Json): Json {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
