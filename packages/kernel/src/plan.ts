import { type Static, Type } from 'typebox';
import { problemsOf } from './check.ts';
import { closed } from './schema.ts';

const Name = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 20 });

const Placement = Type.Union([
  closed({ shape: Type.Literal('here') }, { description: 'A plain call in the process of the server' }),
  closed(
    { shape: Type.Literal('process'), process: Name },
    { description: 'A child of the server on the same machine, supervised by it; one of `processes`' },
  ),
]);

const ProcessLimits = closed({
  memoryMb: Type.Integer({
    minimum: 128,
    maximum: 1_048_576,
    description: 'MB that the modules of the process may take together, in whatever way they take it',
  }),
  workers: Type.Integer({ minimum: 1, maximum: 64, description: 'How many calls are worked on at once' }),
  callSeconds: Type.Integer({
    minimum: 1,
    maximum: 86_400,
    description: 'How long one call may take, its waiting for a free worker included',
  }),
});

/** What a plan file holds. */
const PlanFile = closed(
  {
    $schema: Type.Optional(Type.String()),
    name: Name,
    modules: Type.Record(Type.String(), Placement, { description: 'Where each module runs' }),
    processes: Type.Record(Type.String(), ProcessLimits, { description: 'The child processes, by name' }),
  },
  { title: 'Deployment plan' },
);

/** Where each module of a program runs, and what each process may take. Only this differs between deployments. */
export type Plan = Readonly<Omit<Static<typeof PlanFile>, '$schema'>>;
export type ProcessLimits = Static<typeof ProcessLimits>;

export class PlanNotValid extends Error {
  override readonly name = 'PlanNotValid';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the plan is not valid: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

const knownShapes: readonly unknown[] = ['here', 'process'];

/** Checks that a plan puts each module of a program somewhere, and nothing else anywhere. */
export function readPlan(value: unknown, moduleNames: readonly string[]): Plan {
  const unknown = unknownShapes(value);
  if (unknown.length > 0) throw new PlanNotValid(unknown);
  const malformed = problemsOf(PlanFile, value);
  if (malformed.length > 0) throw new PlanNotValid(malformed);
  const { name, modules, processes } = value as Plan;

  const problems: string[] = [];
  for (const module of Object.keys(modules)) {
    if (moduleNames.includes(module)) continue;
    problems.push(`there is no module ${module}; the modules are ${moduleNames.join(', ')}`);
  }
  for (const module of moduleNames) {
    if (!Object.hasOwn(modules, module)) problems.push(`it does not say where the module ${module} runs`);
  }
  const used = new Set<string>();
  for (const [module, placement] of Object.entries(modules)) {
    if (placement.shape !== 'process') continue;
    used.add(placement.process);
    if (!Object.hasOwn(processes, placement.process))
      problems.push(`${module} is put in the process ${placement.process}, which is not among its processes`);
  }
  for (const process of Object.keys(processes)) {
    if (!used.has(process)) problems.push(`no module is put in the process ${process}`);
  }
  if (problems.length > 0) throw new PlanNotValid(problems);
  return Object.freeze({ name, modules, processes });
}

/** The JSON Schema of a plan file, for editors; it is published as `plans/plan.schema.json`. */
export function planSchema(): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...PlanFile };
}

/** Looked at first: of a union of shapes the checker can only say that none fits. */
function unknownShapes(value: unknown): readonly string[] {
  const { modules } = (value ?? {}) as { readonly modules?: unknown };
  if (typeof modules !== 'object' || modules === null) return [];
  return Object.entries(modules as Record<string, { readonly shape?: unknown } | null>).flatMap(
    ([module, placement]) =>
      knownShapes.includes(placement?.shape)
        ? []
        : [
            `${module} has the shape ${JSON.stringify(placement?.shape)}; this version knows ${knownShapes.join(' and ')}`,
          ],
  );
}
