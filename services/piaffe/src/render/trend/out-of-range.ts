import type { TrendAnswer } from '@piaffe/results';
import type { OutOfRange } from '@piaffe/trend/contract';
import { wrap } from '../layout.ts';
import type { Paint } from '../style.ts';
import { toldMetric } from './metric-names.ts';

const mostShown = 10;

/** What lay outside this horse’s own range: what goes on first, each as a sentence. */
export function outOfRange(answer: TrendAnswer, width: number, paint: Paint): string[] {
  const runs = answer.outOfRange;
  if (runs.length === 0) return ['nothing'];
  const days = new Map(answer.sessions.map(({ id, at }) => [id, at.slice(0, 10)]));
  const shown = runs.slice(0, mostShown).flatMap((run) => {
    const [first, ...rest] = wrap(sentence(run, days), width - 2, 0);
    const mark = run.advice === 'talk-to-your-vet' ? paint('poor', '▲▲') : paint('fair', '▲ ');
    return [`${mark} ${first}`, ...rest.map((line) => `   ${line}`)];
  });
  const more = runs.length - mostShown;
  return more > 0 ? [...shown, paint('dim', `and ${more} more, older; --json has them all`)] : shown;
}

function sentence(run: OutOfRange, days: ReadonlyMap<string, string>): string {
  const { name } = toldMetric(run.metric);
  const [from, to] = [days.get(run.sessions[0]), days.get(run.sessions.at(-1)!)];
  const when = run.ongoing ? `since ${from}` : from === to ? `on ${from}` : `from ${from} to ${to}`;
  const often = run.inARow === 1 ? 'once' : `${run.inARow} comparable sessions in a row`;
  const how = `${name} ${run.direction} than usual, ${often}, ${when}`;
  if (run.advice === 'watch') return `${how}: watch it`;
  return `${how}: ${run.ongoing ? 'talk to your vet' : 'it was time to talk to your vet'}`;
}
