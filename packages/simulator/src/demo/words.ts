import type { WorkKind } from './work.ts';

/** What is written down about the demo stable, in one language. */
export interface DemoWords {
  readonly types: Readonly<Record<WorkKind, string>>;
  readonly surfaces: Readonly<Record<'sand' | 'grass' | 'track', string>>;
  readonly breeds: Readonly<Record<'luna' | 'vento' | 'brisa', string>>;
  readonly notes: Readonly<Record<WorkKind, readonly string[]>>;
  readonly events: Readonly<Record<'shoeing' | 'treatment' | 'lesson' | 'saddle' | 'firstHack', string>>;
  readonly ventoGains: readonly string[];
  readonly brisaUneven: readonly string[];
}
