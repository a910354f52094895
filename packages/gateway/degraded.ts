import { closed, Instant, nullable } from '@piaffe/kernel';
import { type Session, sessionsNeeds } from '@piaffe/sessions/contract';
import { type Static, type TProperties, Type } from 'typebox';
import { type Feature, gatewayNeeds } from './declared-needs.ts';
import { inSeconds } from './in-time.ts';
import type { Needs } from './needs.ts';

/** What an answer lacks while a part of the server is away. */
export const Degradation = closed({
  feature: Type.String({ description: 'What one does without' }),
  answer: Type.String({ description: 'What one gets instead, in words for people' }),
  since: nullable(Instant),
  retryAfter: nullable(Type.Integer({ minimum: 1, description: 's until asking again may help' })),
});
export type Degradation = Static<typeof Degradation>;

export const Degraded = Type.Array(Degradation, {
  description: 'What this lacks while a part of the server is away. It comes back by itself',
});

/** The same schema, of an answer that says what it lacks; one that lacks nothing does not speak of it. */
export const degradable = <P extends TProperties>(properties: P) =>
  closed({ ...properties, degraded: Type.Optional(Degraded) });

/** To be added to an answer. */
export const saying = (degraded: readonly Degradation[]) =>
  degraded.length === 0 ? {} : { degraded: [...degraded] };

const usualRetrySeconds = 5;
const secondsBetweenQuestions = 1;
const declared = [...gatewayNeeds, ...sessionsNeeds];

/** What people are told when they do without a feature because of a part. */
function answerOf(feature: Feature, part: string): string {
  const needs = declared.filter(({ contract }) => contract.name === part);
  return (needs.find(({ features }) => features.includes(feature)) ?? needs[0])?.answer ?? '';
}

/** Without a feature, as a part just failed to answer. */
export function without(
  feature: Feature,
  part: string,
  health: ReturnType<Needs['health']>,
  retryAfter: number | null,
): Degradation {
  const since = health.find(({ name, state }) => name === part && state !== 'up')?.since ?? null;
  const seconds = Math.max(1, Math.ceil(retryAfter ?? usualRetrySeconds));
  return { feature, answer: answerOf(feature, part), since, retryAfter: seconds };
}

/** What is known to be lost, in the order of the features; each once. Nobody is asked for it. */
export function lostNow(health: ReturnType<Needs['health']>, features: readonly string[]): Degradation[] {
  return features.flatMap((feature) => {
    const part = health.find(({ answers }) => Object.hasOwn(answers, feature));
    if (part === undefined) return [];
    const { answers, since } = part;
    return [{ feature, answer: answers[feature]!, since, retryAfter: usualRetrySeconds }];
  });
}

/**
 * Why rides that wait for their analysis wait longer than usual. Aggregation may be there and yet answer nothing that can be
 * used: whoever works with it says so.
 */
export function watchAnalysis({ sessions, health }: Pick<Needs, 'sessions' | 'health'>) {
  let known = false;
  let askedAt = Number.NEGATIVE_INFINITY;

  async function isBlocked(): Promise<boolean> {
    if (performance.now() - askedAt > secondsBetweenQuestions * 1000) {
      askedAt = performance.now();
      const asked = sessions.work({}, { deadline: inSeconds(secondsBetweenQuestions) });
      known = await asked.then(
        ({ blocked }) => blocked !== null,
        () => known,
      );
    }
    return known;
  }

  return async (rides: readonly Pick<Session, 'state'>[]): Promise<Degradation[]> => {
    if (!rides.some(({ state }) => state === 'queued' || state === 'running')) return [];
    const lost = lostNow(health(), ['analysis']);
    if (lost.length > 0) return lost;
    return (await isBlocked()) ? [without('analysis', 'aggregation', health(), null)] : [];
  };
}
