import type { DeclaredModule } from './hosted-module.ts';

/** What becomes of one feature while one part is away: null where it goes on as always, else what the user gets. */
export interface Cell {
  readonly feature: string;
  /** The module that shows the feature to people. */
  readonly shownBy: string;
  readonly part: string;
  readonly answer: string | null;
}

/**
 * Features times parts, from what the modules declare and nothing else. A module loses all its features with what it
 * requires, and the named ones with what degrades it; with itself it loses all.
 */
export function failureMatrix(modules: readonly DeclaredModule[]): readonly Cell[] {
  return modules.flatMap(({ contract: { name: shownBy }, features = [] }) =>
    features.flatMap((feature) =>
      modules.map(({ contract: { name: part } }) => ({
        feature,
        shownBy,
        part,
        answer: answerOf(modules, shownBy, feature, part),
      })),
    ),
  );
}

function answerOf(
  modules: readonly DeclaredModule[],
  of: string,
  feature: string,
  part: string,
): string | null {
  if (of === part) return gone(of);
  const needs = modules.find(({ contract }) => contract.name === of)?.needs ?? [];
  for (const need of needs) {
    const concerns = need.kind === 'required' || need.features.includes(feature);
    if (!concerns) continue;
    if (need.contract.name === part) return need.answer;
    const deeper = answerOf(modules, need.contract.name, feature, part);
    if (deeper !== null) return deeper;
  }
  return null;
}

const gone = (module: string): string => `Nothing answers: ${module} itself is away.`;
