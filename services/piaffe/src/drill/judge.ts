import { type DeclaredModule, type Fault, failureMatrix, type Plan } from '@piaffe/kernel';
import type { Seen } from './features.ts';
import { type Target, targetName, unreachableIn } from './target.ts';

/** What was seen of one feature while something was wrong. */
export interface Observation {
  readonly target: Target;
  readonly fault: Fault;
  readonly feature: string;
  readonly seen: Seen;
}

/** What a drill was asked for. `parts`: null for all. */
export interface Scope {
  readonly plan: Plan;
  readonly features: readonly string[];
  readonly faults: readonly Fault[];
  readonly parts: readonly string[] | null;
}

/** Where what was seen is not what was declared. */
export interface Difference extends Observation {
  readonly declared: readonly string[];
  readonly sentence: string;
}

const facing = 'gateway';

/** What users get of a feature instead, by the declarations alone: one of these; none where it goes on as always. */
export function declaredFor(
  declared: readonly DeclaredModule[],
  { target, fault, feature }: Omit<Observation, 'seen'>,
): readonly string[] {
  // What is only slow answers in the end.
  if (fault === 'slow') return [];
  return failureMatrix(declared)
    .filter((cell) => cell.feature === feature && target.modules.includes(cell.part))
    .flatMap(({ answer }) => answer ?? []);
}

/** Compares what was seen with what is declared. Users have to be told what they get in the very words of the declaration. */
export function differencesIn(
  declared: readonly DeclaredModule[],
  observations: readonly Observation[],
): readonly Difference[] {
  return observations.flatMap((observation) => {
    const answers = declaredFor(declared, observation);
    const sentence = differenceOf(observation, answers);
    return sentence === null ? [] : [{ ...observation, declared: answers, sentence }];
  });
}

/** Cells of the matrix that a drill was to reach and did not; those a plan cannot show are no business of it. */
export function notReached(
  declared: readonly DeclaredModule[],
  { plan, features, faults, parts }: Scope,
  observations: readonly Observation[],
): readonly string[] {
  const wanted = declared
    .map(({ contract }) => contract.name)
    .filter((part) => parts?.includes(part) ?? true);
  return faults.flatMap((fault) =>
    wanted
      .filter((part) => !unreachableIn(plan, fault).some(({ modules }) => modules.includes(part)))
      .flatMap((part) =>
        features
          .filter(
            (feature) =>
              !observations.some(
                (each) =>
                  each.fault === fault && each.feature === feature && targetName(each.target) === part,
              ),
          )
          .map((feature) => `${part} ${fault}: ${feature}`),
      ),
  );
}

/** An analysis that hangs inside the server looks like one that takes long: nobody can say anything else of it. */
const looksAtWork = ({ target, fault, feature }: Observation): boolean =>
  fault === 'hung' &&
  target.by === 'binding' &&
  feature === 'analysis' &&
  target.modules.includes('aggregation');

function differenceOf(observation: Observation, answers: readonly string[]): string | null {
  const { target, seen } = observation;
  const { works, told, detail } = seen;
  if (works) return answers.length === 0 ? null : 'is declared to be lost, and works';
  if (answers.length === 0) return `is declared to go on, and is lost: ${detail}`;
  // Nobody is there who could say anything.
  if (target.modules.includes(facing)) return null;
  if (told === null && looksAtWork(observation)) return null;
  if (told === null) return `is lost as declared, and nobody says what one gets instead: ${detail}`;
  return answers.includes(told) ? null : `is lost as declared, and something else is said: ${told}`;
}
