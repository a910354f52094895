import { SessionFilter } from '@piaffe/sessions/contract';
import { optionalOf } from './optional-query.ts';

const { horse, from, to, type, surface, rider } = SessionFilter;

/** Which rides of a horse, in a query. */
export const RideQuery = {
  from: optionalOf(from),
  to: optionalOf(to),
  type: optionalOf(type.anyOf[0]),
  surface: optionalOf(surface.anyOf[0]),
  rider: optionalOf(rider),
};

/** Which rides of all horses, in a query. */
export const SessionQuery = { horse: optionalOf(horse), ...RideQuery };

/** What sessions are asked for by. */
export const anySession = { horse: null, from: null, to: null, type: null, surface: null, rider: null };
