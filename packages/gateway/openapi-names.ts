import { DisplaySeries, Metric, Metrics, SessionResult } from '@piaffe/aggregation/contract';
import { Account, Invitation, Token } from '@piaffe/auth/contract';
import {
  Note,
  Overview,
  RawRecording,
  Receipt,
  RideContext,
  Session,
  SessionEvent,
  Trim,
  WorkStatus,
} from '@piaffe/sessions/contract';
import { Horse, Rider } from '@piaffe/stable/contract';
import { examples } from './openapi-examples.ts';
import { Problem } from './problems.ts';
import { SignInAnswer } from './routes/sign-in.ts';

type Json = Record<string, unknown>;

/** What the document shows under a name of its own. */
export const namedSchemas = {
  Account,
  SignInAnswer,
  Token,
  Invitation,
  Horse,
  Rider,
  Session,
  RawRecording,
  Receipt,
  RideContext,
  Note,
  Overview,
  Trim,
  SessionEvent,
  WorkStatus,
  SessionResult,
  Metrics,
  Metric,
  DisplaySeries,
  Problem,
};

const nameOf = new Map(Object.entries(namedSchemas).map(([name, schema]) => [JSON.stringify(schema), name]));

/**
 * The same document with each schema that has a name written once, among the components, with its example; and each set
 * of problems once, among the responses.
 */
export function withNamedSchemas(document: Json): Json {
  const responses: Json = {};
  const schemas = Object.entries(namedSchemas).map(([name, schema]) => {
    const example = examples[name as keyof typeof examples];
    return [name, { ...childrenOf(schema), ...(example === undefined ? {} : { examples: [example] }) }];
  });
  const { components, ...rest } = childrenOf(document) as { components: Json };
  return {
    ...rest,
    components: { ...components, schemas: Object.fromEntries(schemas), responses: sorted(responses) },
  };

  function childrenOf(part: object): Json {
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, referring(value)]));
  }

  function referring(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    const name = nameOf.get(JSON.stringify(part));
    if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
    if (Array.isArray(part)) return part.map(referring);
    const response = problemsNamed(part);
    if (response === null) return childrenOf(part);
    responses[response] ??= childrenOf(part);
    return { $ref: `#/components/responses/${response}` };
  }
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
