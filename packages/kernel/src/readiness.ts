import type { EndpointStatus, PartStatus } from './events.ts';
import type { DeclaredModule } from './hosted-module.ts';

/** How one need of a module is, and what is lost by it. */
export interface NeedStatus {
  readonly module: string;
  readonly needs: string;
  readonly kind: 'required' | 'degrades';
  readonly state: PartStatus['state'];
  readonly since: string;
  readonly breaker: EndpointStatus['breaker'];
  /** Why the contracts do not fit; null where they do. */
  readonly verdict: string | null;
  /** Without it; empty while it is up. */
  readonly featuresLost: readonly string[];
  /** What users get instead; null while it is up. */
  readonly answer: string | null;
  readonly problem: string | null;
}

/** Each need of each module, as last seen. */
export function needsStatus(
  modules: readonly DeclaredModule[],
  parts: readonly PartStatus[],
): readonly NeedStatus[] {
  return modules.flatMap(({ contract: { name }, needs = [], features = [] }) =>
    needs.flatMap((need) => {
      const part = parts.find(({ module }) => module === need.contract.name);
      if (part === undefined) return [];
      const { state, since, endpoints, lastProblem } = part;
      const isUp = state === 'up';
      return {
        module: name,
        needs: need.contract.name,
        kind: need.kind,
        state,
        since,
        breaker:
          endpoints.length > 0 && endpoints.every(({ breaker }) => breaker === 'open') ? 'open' : 'closed',
        verdict: endpoints.find(({ refusal }) => refusal !== null)?.refusal ?? null,
        featuresLost: isUp ? [] : need.kind === 'required' ? features : need.features,
        answer: isUp ? null : need.answer,
        problem: isUp ? null : lastProblem,
      } as const;
    }),
  );
}
