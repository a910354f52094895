import type { PartHealth } from '@piaffe/gateway/contract';
import { type DeclaredModule, needsStatus, type PartStatus } from '@piaffe/kernel';

/** What the gateway tells of the modules: how each is, and what people do without while it is away. */
export function partHealth(
  declared: readonly DeclaredModule[],
  parts: readonly PartStatus[],
): readonly PartHealth[] {
  const needs = needsStatus(declared, parts);
  return parts.map(({ module, shape, state, since, lastProblem, endpoints }) => {
    const needed = needs.filter((need) => need.needs === module);
    // Where several modules need it for a feature, the one nearest to people, the last one made, knows their words.
    const answers = Object.fromEntries(
      needed.flatMap(({ featuresLost, answer }) => featuresLost.map((feature) => [feature, answer ?? ''])),
    );
    return {
      name: module,
      shape,
      state,
      since,
      required: needed.some(({ kind }) => kind === 'required'),
      detail: state === 'up' ? null : lastProblem,
      breaker: needed.some(({ breaker }) => breaker === 'open') ? 'open' : 'closed',
      verdict: endpoints.find(({ refusal }) => refusal !== null)?.refusal ?? null,
      featuresLost: Object.keys(answers),
      answers,
    };
  });
}
