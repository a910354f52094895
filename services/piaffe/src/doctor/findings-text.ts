import { harmless } from '../harmless.ts';
import { wrap } from '../render/layout.ts';
import type { Paint } from '../render/style.ts';
import type { Finding } from './finding.ts';

const signs = { ok: '✔', warning: '!', problem: '✖' } as const;
const colours = { ok: 'good', warning: 'fair', problem: 'error' } as const;

/** A line per finding, and what to do below it where there is something to do. */
export function findingsText(findings: readonly Finding[], width: number, paint: Paint): readonly string[] {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const lines = findings.flatMap(({ severity, what, mend }) => [
    ...wrap(`${paint(colours[severity], signs[severity])} ${harmless(what)}`, width, 2),
    ...(mend === null ? [] : wrap(harmless(mend), width - 4).map((line) => `    ${line}`)),
  ]);
  return [...lines, '', closing(count('problem'), count('warning'))];
}

function closing(problems: number, warnings: number): string {
  const counted = [
    ...(problems > 0 ? [`${problems} ${problems === 1 ? 'problem' : 'problems'}`] : []),
    ...(warnings > 0 ? [`${warnings} to look at`] : []),
  ];
  return counted.length === 0 ? 'All is well.' : `${counted.join(', ')}. Nothing was changed.`;
}
