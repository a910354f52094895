import { harmless } from '../harmless.ts';
import type { Paint } from '../render/style.ts';
import { aligned } from './aligned.ts';
import type { MappedPart, PlanMap } from './plan-map.ts';

/** What the map says beside the plan itself. */
export interface Beside {
  /** Of the server whose states are shown; null where none runs by this plan. */
  readonly server: string | null;
  readonly note: string | null;
}

/** A map of a plan for people, no wider than `width`. */
export function planText(
  map: PlanMap,
  { server, note }: Beside,
  width: number,
  paint: Paint,
): readonly string[] {
  const table = (heading: readonly string[], rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : [...aligned([heading.map((cell) => paint('dim', cell)), ...rows], width), ''];
  const isLive = map.parts.some(({ live }) => live !== null);
  const problems = map.parts.flatMap((part) => problemsOf(part).map((problem) => [part.name, problem]));
  return [
    `${paint('bold', `Plan ${map.name}`)}${server === null ? '' : `, as the server at ${server} sees it now`}`,
    ...(note === null ? [] : [note]),
    '',
    ...table(
      ['MODULE', 'SHAPE', 'CONTRACT', ...(isLive ? ['STATE'] : []), 'WHERE'],
      map.parts.map((part) => [
        part.name,
        part.shape,
        part.contract,
        ...(isLive ? [stateOf(part, paint)] : []),
        part.where.join(' ') || 'in the server',
      ]),
    ),
    ...table(
      ['PROCESS', 'MEMORY', 'AT ONCE', 'A CALL', 'HOLDS'],
      Object.entries(map.processes).map(([name, { memoryMb, workers, callSeconds, parts }]) => [
        name,
        `${memoryMb} MB`,
        `${workers}`,
        `<= ${callSeconds} s`,
        parts.join(', '),
      ]),
    ),
    ...table(
      ['PLUGIN', 'VERSION', 'FILE'],
      map.parts.flatMap(({ name, plugin }) =>
        plugin === null ? [] : [[name, plugin.version ?? '?', harmless(plugin.file)]],
      ),
    ),
    ...table(
      ['PROBLEM', ''],
      problems.map(([name = '', problem = '']) => [paint('error', name), harmless(problem)]),
    ),
    ...table(
      ['WITHOUT', 'LACKS', 'PEOPLE LOSE', 'AND GET'],
      map.needs.map(({ module, needs, kind, features, answer }) => [
        needs,
        module,
        kind === 'required' ? 'everything' : features.join(', '),
        answer,
      ]),
    ),
  ].slice(0, -1);
}

function stateOf({ live }: MappedPart, paint: Paint): string {
  if (live === null) return '?';
  const { state, since } = live;
  return `${paint(state === 'up' ? 'good' : state === 'down' ? 'poor' : 'fair', state)} ${since.slice(0, 16)}Z`;
}

function problemsOf({ plugin, live }: MappedPart): readonly string[] {
  const verdicts = [plugin?.problem, live?.verdict, live?.detail].filter((each) => typeof each === 'string');
  return [...new Set(verdicts)];
}
