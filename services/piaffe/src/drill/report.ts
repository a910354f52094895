import type { DeclaredModule } from '@piaffe/kernel';
import { aligned } from '../plan/aligned.ts';
import type { Paint } from '../render/style.ts';
import { type Difference, declaredFor, type Scope } from './judge.ts';
import type { Drilled } from './run-drill.ts';
import { targetName, unreachableIn } from './target.ts';

/** The seconds after which the API answers for a part that does not. */
const answerSeconds = 10;

interface Judged extends Drilled {
  readonly declared: readonly DeclaredModule[];
  readonly differences: readonly Difference[];
  readonly missed: readonly string[];
}

/** What was seen beside what is declared, a table for each fault; then what differs, and how quick it was. */
export function drillReport(scope: Scope, judged: Judged, width: number, paint: Paint): readonly string[] {
  const { plan, features, faults } = scope;
  const { observations, declared, differences, missed } = judged;
  const matrix = faults.flatMap((fault) => {
    const of = observations.filter((each) => each.fault === fault);
    const targets = [...new Set(of.map(({ target }) => target))];
    const rows = targets.flatMap((target) => {
      const seen = features.map(
        (feature) => of.find((each) => each.target === target && each.feature === feature)!,
      );
      const marks = seen.map((each) => {
        const mark = each.seen.works ? 'goes on' : 'lost';
        return differences.some((d) => d.target === target && d.fault === fault && d.feature === each.feature)
          ? paint('error', `${mark} !`)
          : mark;
      });
      const words = seen.map((each) =>
        paint('dim', declaredFor(declared, each).length > 0 ? 'lost' : 'goes on'),
      );
      return [
        [targetName(target), 'seen', ...marks],
        ['', paint('dim', 'declared'), ...words],
      ];
    });
    if (rows.length === 0) return [];
    const heading = [paint('bold', fault), '', ...features.map((feature) => paint('dim', feature))];
    return ['', ...aligned([heading, ...rows], width)];
  });
  const unreachable = faults.flatMap((fault) => unreachableIn(plan, fault));
  const list = (heading: string, lines: readonly (readonly string[])[]) =>
    lines.length === 0 ? [] : ['', heading, ...aligned(lines, width)];
  return [
    paint('bold', `Plan ${plan.name}`),
    ...matrix,
    ...list(
      paint('error', 'Differences'),
      differences.map(({ target, fault, feature, sentence }) => [
        `${targetName(target)} ${fault}`,
        feature,
        sentence,
      ]),
    ),
    ...list(
      paint('error', 'Not reached'),
      missed.map((cell) => [cell]),
    ),
    ...list(
      'Cannot be shown by this plan',
      [
        ...new Set(
          unreachable.map(({ modules, fault, because }) => `${modules.join()} ${fault}\t${because}`),
        ),
      ].map((line) => line.split('\t')),
    ),
    ...list('How quick it was', goalsOf(judged, paint)),
  ];
}

/** Figures beside their goals. On a machine that is busy otherwise they say little. */
export function goalsOf(
  { observations, recoveries, timings }: Drilled,
  paint: Paint,
): readonly (readonly string[])[] {
  const ms = (value: number) => `${Math.round(value)} ms`;
  const line = (what: string, value: number, goal: number, show: (value: number) => string) => [
    what,
    show(value),
    `goal ${show(goal)}`,
    value <= goal ? '' : paint('error', 'missed'),
  ];
  const hung = observations
    .filter(({ fault, feature, seen, target }) => {
      const isAnswered = !target.modules.includes('gateway');
      return fault === 'hung' && !seen.works && feature !== 'analysis' && isAnswered;
    })
    .map(({ seen }) => seen.milliseconds);
  const recovered = recoveries.map((each) => each.ms);
  return [
    ...timings.map((timing) =>
      timing.kind === 'refusals'
        ? line(`${targetName(timing.target)} down: answered, p99 of ${timing.count}`, timing.p99, 200, ms)
        : line(
            `${targetName(timing.target)} down: rides are read in, times as always`,
            timing.ratio,
            1.2,
            (value) => value.toFixed(2),
          ),
    ),
    ...(hung.length === 0
      ? []
      : [line('hung: answered, the slowest', Math.max(...hung), answerSeconds * 1000 + 50, ms)]),
    ...(recovered.length === 0 ? [] : [line('whole again, the slowest', Math.max(...recovered), 5000, ms)]),
  ];
}
