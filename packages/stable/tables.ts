import type { HorseEvent, HorseProfile } from './contract.ts';

/** `sort_name` is what lists are ordered by; see `sortName`. Instants are ISO 8601 in UTC, truth values 0 or 1. */
export interface StableTables {
  stable_horses: HorseRow;
  stable_riders: RiderRow;
  stable_events: EventRow;
}

export interface HorseRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly sort_name: string;
  readonly breed: string | null;
  readonly birth_year: number | null;
  readonly mass_kg: number | null;
  readonly usual_mount: HorseProfile['usualMount'];
  readonly time_zone: string;
  readonly archived: 0 | 1;
  readonly demo: 0 | 1;
  readonly created_at: string;
}

/** Of which account an event is says its horse. */
export interface EventRow {
  readonly id: string;
  readonly horse: string;
  readonly at: string;
  readonly kind: HorseEvent['kind'];
  readonly text: string;
}

export interface RiderRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly sort_name: string;
  readonly archived: 0 | 1;
  readonly created_at: string;
}
