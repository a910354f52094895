import { Gait, Metric } from '@piaffe/aggregation/contract';
import { AnalysisLine } from '@piaffe/results';

/** Schemas that occur many times are written once. */
const definitions = { metric: Metric, gait: Gait };

const keyDescriptions: Readonly<Record<string, string>> = {
  recording: 'What was recorded, as the file itself says or shows',
  inputs: 'The files that the result was computed from',
  context: 'What was said about the session on the command line; null where nothing was',
  algorithm: 'What computed the result: the same inputs, version and parameters give the same result',
  quality: 'What was wrong with the recording, and survived',
  segments: 'Gaits over time; they touch each other and cover the recording',
  reins: 'Reins as ridden over time; empty where they cannot be told',
  transitions: 'Changes of gait, halts included',
  jumps: 'Jumps over time',
  asFound: 'What was found before it was corrected by hand; null where nothing was',
  symmetryPhases: 'Straight stretches of trot, with the differences between their half-strides',
  metrics: 'Every leaf is a metric: a number with its unit, n, spread and quality, or null and why',
};

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The JSON Schema (draft 2020-12) of one line of `piaffe analyse --json`. */
export function analysisSchema(): Json {
  const asJson = (schema: unknown) => JSON.parse(JSON.stringify(schema)) as { [key: string]: Json };
  const references = new Map(
    Object.entries(definitions).map(([name, schema]) => [JSON.stringify(schema), `#/$defs/${name}`]),
  );
  const { anyOf } = asJson(AnalysisLine);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:piaffe:analyse:1',
    title: 'One line of piaffe analyse --json',
    description:
      'One object per file, in argument order. A file that was not analysed has the same keys with null.',
    anyOf: withDescriptions(withReferences(anyOf!, references)),
    $defs: asJson(definitions),
  };
}

function withReferences(json: Json, references: ReadonlyMap<string, string>): Json {
  const reference = references.get(JSON.stringify(json));
  if (reference !== undefined) return { $ref: reference };
  if (Array.isArray(json)) return json.map((each: Json) => withReferences(each, references));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, each]) => [key, withReferences(each, references)]),
  );
}

function withDescriptions(lines: Json): Json {
  const [analysed, ...others] = lines as { readonly properties: Record<string, { [key: string]: Json }> }[];
  const properties = Object.entries(analysed.properties).map(([key, schema]) => {
    const description = keyDescriptions[key];
    return [key, description === undefined ? schema : { ...schema, description }];
  });
  return [{ ...analysed, properties: Object.fromEntries(properties) }, ...others] as Json;
}
