import { type ContractDocument, compare, digestOf } from '@piaffe/kernel';
import { judgedByRedocly } from './judges.ts';
import { openApiOf } from './open-api.ts';

export type Impact = 'major' | 'minor' | 'none';

export interface JudgedChange {
  readonly impact: Impact;
  /** What of it asks for that, and who says so. */
  readonly because: string;
}

/**
 * What a changed contract asks of its version. What the kernel would refuse asks for a new major version, and so does what
 * redocly alone takes as breaking: of two judges the more careful one is heard. All else that differs is minor.
 */
export async function impactOf(released: ContractDocument, current: ContractDocument): Promise<JudgedChange> {
  if (digestOf(released) === digestOf(current)) return { impact: 'none', because: 'only words changed' };
  const verdict = compare(released, current);
  if (!verdict.compatible) {
    const { operation, part, path, what } = verdict.difference;
    const place = [path, part === 'operation' ? operation : `the ${part} of ${operation}`];
    return { impact: 'major', because: `at ${place.filter(Boolean).join(' in ')}, ${what}` };
  }
  const findings = await judgedByRedocly(openApiOf(released), openApiOf(current));
  const breaking = findings.find(({ impact }) => impact === 'major');
  if (breaking !== undefined)
    return { impact: 'major', because: `of ${breaking.operation}, redocly says: ${breaking.what}` };
  const added = findings.find(({ impact }) => impact === 'minor') ?? findings[0];
  return {
    impact: 'minor',
    because: `of ${added?.operation ?? current.name}, ${added?.what ?? 'it changed'}`,
  };
}

/** What kind of step it is from one version to another; null where it is none forward. */
export function stepBetween(from: string, to: string): 'major' | 'minor' | 'patch' | null {
  const [before, after] = [from, to].map((version) => version.split('-')[0]!.split('.').map(Number));
  const at = after!.findIndex((number, index) => number !== before![index]);
  return at === -1 || after![at]! < before![at]! ? null : (['major', 'minor', 'patch'] as const)[at]!;
}
