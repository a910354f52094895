import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeclaredModule } from '@piaffe/kernel';
import type { Paint } from '../render/style.ts';
import { falsified } from './falsified.ts';
import { differencesIn, notReached, type Scope } from './judge.ts';
import { drillReport } from './report.ts';
import { runDrill } from './run-drill.ts';
import { faults } from './target.ts';

interface Drill extends Scope {
  readonly declared: readonly DeclaredModule[];
  readonly width: number;
  readonly paint: Paint;
  /** What is going on. */
  say(line: string): void;
}

export interface Outcome {
  /** Whether everything was reached, and was as declared. */
  readonly holds: boolean;
  readonly lines: readonly string[];
}

/** Drills a system of the plan in a folder of its own, and compares what was seen with what is declared. */
export async function drillPlan({ declared, width, paint, say, ...scope }: Drill): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-drill-'));
  try {
    const drilled = await runDrill({ ...scope, folder, say });
    const differences = differencesIn(declared, drilled.observations);
    const missed = notReached(declared, scope, drilled.observations);
    const lies = falsified(declared);
    const unnoticed = lies.filter(
      (lie) => differencesIn(lie.declared, drilled.observations).length <= differences.length,
    );
    const isWhole = scope.parts === null && faults.every((fault) => scope.faults.includes(fault));
    return {
      holds: differences.length === 0 && missed.length === 0 && (!isWhole || unnoticed.length === 0),
      lines: [
        ...drillReport(scope, { ...drilled, declared, differences, missed }, width, paint),
        '',
        ...(isWhole ? unnoticed.map(({ lie }) => `Nobody would notice the declaration that ${lie}.`) : []),
        `${drilled.observations.length} cells seen, ${differences.length} differ, ${missed.length} not reached` +
          // Of a part of the cells, only some can be noticed.
          (isWhole
            ? `; ${lies.length - unnoticed.length} of ${lies.length} falsified declarations would have been noticed.`
            : '.'),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
