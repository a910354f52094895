import type { ContractDocument } from '@piaffe/kernel';
import { type NamedSchemas, withComponents, withoutComponents } from './components.ts';

type OperationDocument = ContractDocument['operations'][string];
type JsonSchema = OperationDocument['input'];

/** The contract of a module as OpenAPI 3.1, as far as it is used here. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, { readonly post: OpenApiOperation }>>;
}

interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly 'x-idempotent': boolean;
  readonly requestBody: { readonly required: true; readonly content: Json<JsonSchema> };
  readonly responses: {
    readonly 200: { readonly description: string; readonly content: Json<JsonSchema> };
    readonly default: {
      readonly description: string;
      readonly content: Json<{ readonly anyOf: readonly [typeof unavailable, ...FailureSchema[]] }>;
    };
  };
}

type Json<Schema> = { readonly 'application/json': { readonly schema: Schema } };

interface FailureSchema {
  readonly type: 'object';
  readonly required: readonly ['code', 'details'];
  readonly properties: { readonly code: { readonly const: string }; readonly details: JsonSchema };
  readonly additionalProperties: false;
}

/** What every operation may answer, beside the failures that it declares. */
const unavailable = {
  type: 'object',
  required: ['cause', 'detail'],
  properties: { cause: { type: 'string' }, detail: { type: 'string' } },
} as const;

const description =
  'One path for each operation. What is shown is what ends the answer: on the wire it is the last of some lines of JSON. ' +
  'docs/CONTRACTS.md says how versions of it are compared.';

/** A contract as OpenAPI 3.1: what is released of it, and what programs that know OpenAPI can judge.
 * `named`: schemas to show under their names. */
export function openApiOf(
  { name, version, operations }: ContractDocument,
  named: NamedSchemas = {},
): OpenApi {
  const paths = Object.entries(operations).map(([operation, document]) => [
    `/${name}/${operation}`,
    { post: openApiOperation(operation, document) },
  ]);
  const info = { title: name, version, description };
  return withComponents({ openapi: '3.1.0', info, paths: Object.fromEntries(paths) }, named);
}

function openApiOperation(
  operationId: string,
  { summary, idempotent, input, output, errors }: OperationDocument,
): OpenApiOperation {
  const failures = Object.entries(errors).map(([code, details]): FailureSchema => {
    const properties = { code: { const: code }, details };
    return { type: 'object', required: ['code', 'details'], properties, additionalProperties: false };
  });
  return {
    operationId,
    summary,
    'x-idempotent': idempotent,
    requestBody: { required: true, content: json(input) },
    responses: {
      200: { description: 'The output', content: json(output) },
      default: {
        description: 'Why there is no output',
        content: json({ anyOf: [unavailable, ...failures] }),
      },
    },
  };
}

function json<Schema>(schema: Schema): Json<Schema> {
  return { 'application/json': { schema } };
}

/** The contract that `openApiOf` made this of. */
export function documentFrom(openApi: OpenApi): ContractDocument {
  const { info, paths } = withoutComponents(openApi);
  const operations = Object.values(paths).map(({ post }) => {
    const [, ...failures] = post.responses.default.content['application/json'].schema.anyOf;
    const document: OperationDocument = {
      summary: post.summary,
      input: post.requestBody.content['application/json'].schema,
      output: post.responses[200].content['application/json'].schema,
      errors: Object.fromEntries(failures.map(({ properties: { code, details } }) => [code.const, details])),
      idempotent: post['x-idempotent'],
    };
    return [post.operationId, document];
  });
  return { name: info.title, version: info.version, operations: Object.fromEntries(operations) };
}
