import { type DeclaredModule, failureMatrix, type Plan } from '@piaffe/kernel';
import { unreachableIn } from '../drill/target.ts';
import { placeOf, unitOf } from './dies-together.ts';

/** docs/FAILURES.md: features times parts, and what each plan can show of it. From the declarations and the plans alone. */
export function failuresPage(declared: readonly DeclaredModule[], plans: readonly Plan[]): string {
  return `# What fails when

What people get of each feature while one part of a server is away. It is written from what the modules declare of their needs
(\`declared-needs.ts\` beside each contract), by \`node services/piaffe/src/plan/write-failures.ts\`. \`piaffe drill\` stops, hangs, slows,
corrupts and overloads each part of a running server, and fails where it sees anything else.

## Features and parts

${matrixOf(declared)}

The same holds of a part that is down, hangs, answers what its contract does not allow, or is asked too much: for one that hangs
the answer comes when the time for the request is over. A part that is only slow costs nothing but time. An analysis that hangs
inside the server, by a plan that has aggregation there, looks like one that takes long: its ride is said to be at work on.

The gateway is what people reach: without it nothing is answered, and \`piaffe compute\` and \`piaffe call\` still are.

## What each plan can show

A part that has a process of its own is stopped with it; one that is in the server is kept from answering.

${plans.map((plan) => planSection(declared, plan)).join('\n\n')}
`;
}

function matrixOf(declared: readonly DeclaredModule[]): string {
  const cells = failureMatrix(declared);
  const parts = [...new Set(cells.map(({ part }) => part))];
  const features = [...new Set(cells.map(({ feature }) => feature))];
  const answers = [...new Set(parts.flatMap((part) => cells.filter((cell) => cell.part === part)))]
    .map(({ answer }) => answer)
    .filter((answer, index, all) => answer !== null && all.indexOf(answer) === index);
  const cellOf = (feature: string, part: string) => {
    const found = cells.find((cell) => cell.feature === feature && cell.part === part);
    return found?.answer == null ? 'as always' : `**lost** (${answers.indexOf(found.answer) + 1})`;
  };
  return [
    table(
      ['feature', ...parts.map((part) => `without ${part}`)],
      features.map((feature) => [feature, ...parts.map((part) => cellOf(feature, part))]),
    ),
    '',
    ...answers.map((answer, index) => `${index + 1}. ${answer}`),
  ].join('\n');
}

function planSection(declared: readonly DeclaredModule[], plan: Plan): string {
  const rows = declared.map(({ contract: { name } }) => {
    const unit = unitOf(plan, name);
    const others = unit.modules.filter((other) => other !== name);
    return [name, plan.modules[name]!.shape, placeOf(unit), others.join(', ')];
  });
  const unreachable = [...unreachableIn(plan, 'down'), ...unreachableIn(plan, 'slow')];
  return [
    `### ${plan.name}`,
    '',
    table(['part', 'shape', 'is in', 'together with'], rows),
    '',
    ...unreachable.map(({ modules, fault, because }) => {
      const kinds = fault === 'down' ? 'down, hung' : 'slow, corrupt, overloaded';
      return `- ${modules.join(', ')}, ${kinds}: cannot be shown, as ${because}.`;
    }),
  ].join('\n');
}

const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
