import { type AggregateInput, channelNames, Mount, unitNames } from '@piaffe/aggregation/contract';
import { closed } from '@piaffe/kernel';
import { type Static, type TOptional, type TString, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '../http/problems.ts';

const text = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));
const seconds = (description: string) => Type.Optional(Type.Number({ minimum: 0, description }));

/** What may be said about a recording beside its bytes; the flags of `piaffe analyse`. */
export const RideQuery = closed({
  file: text('What the file is called; it is given back'),
  startedAt: text('When it began, ISO 8601 with offset; wins over what the file says'),
  horse: text('Name of the horse'),
  rider: text('Name of the rider'),
  type: text('Kind of session, such as dressage, hacking or lunge'),
  surface: text('Footing, such as sand, grass or asphalt'),
  mount: Type.Optional(Mount),
  invert: Type.Optional(
    Type.Boolean({ description: 'The device counts acceleration with the opposite sign' }),
  ),
  from: seconds('Only what is later, in s from the first sample; with `to`'),
  to: seconds('Only what is earlier, in s from the first sample; with `from`'),
  ...(Object.fromEntries(
    channelNames.map((channel) => [
      `column.${channel}`,
      Type.Optional(
        Type.String({ minLength: 1, description: `The column of the file that holds ${channel}` }),
      ),
    ]),
  ) as Record<`column.${(typeof channelNames)[number]}`, TOptional<TString>>),
  'unit.time': Type.Optional(Type.Enum(unitNames.time)),
  'unit.acc': Type.Optional(Type.Enum(unitNames.acc)),
  'unit.gyro': Type.Optional(Type.Enum(unitNames.gyro)),
});
export type RideQuery = Static<typeof RideQuery>;

const { file: _, ...ofOneFile } = RideQuery.properties;
const compiled = Compile(closed(ofOneFile));

/** What is said of one file of a batch, as JSON; nothing where that is null. */
export function checkRide(json: string | null): Omit<RideQuery, 'file'> {
  if (json === null) return {};
  const value = parsed(json);
  if (compiled.Check(value)) return value;
  throw new Refusal(
    'input-not-valid',
    '`parameters` is a JSON object of what the query may say, such as {"startedAt": ...}.',
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** What aggregation is asked about a recording under this reference. */
export function aggregateInput(reference: string, query: RideQuery): AggregateInput {
  const { horse = null, rider = null, type = null, surface = null, mount = null, from, to } = query;
  if ((from === undefined) !== (to === undefined))
    throw new Refusal('input-not-valid', 'Not valid in the query: `from` and `to` are given together.');
  return {
    inputs: [{ reference, role: 'motion', startedAt: saidStart(query.startedAt) }],
    context: { horse, rider, type, surface, mount },
    parameters: {
      invert: query.invert ?? false,
      columns: under('column.', query),
      units: under('unit.', query),
      trim: from === undefined || to === undefined ? null : { from, to },
      corrections: null,
    },
  };
}

function under(prefix: string, query: RideQuery): Record<string, never> {
  const found = Object.entries(query).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value])) as never;
}

/** A plus sign that nobody encoded has become a space. */
function saidStart(said: string | undefined): string | null {
  if (said === undefined) return null;
  const startedAt = said.replace(/ (?=\d\d:?\d\d$)/, '+');
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(startedAt)) return startedAt;
  throw new Refusal(
    'input-not-valid',
    'Not valid in the query: startedAt is a time with its offset, such as 2026-05-01T18:30:00+02:00.',
  );
}
