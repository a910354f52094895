import { type Static, Type } from 'typebox';
import { problemsOf } from './check.ts';
import { closed } from './schema.ts';

const Name = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 20 });
const File = Type.String({ minLength: 1, description: 'The file of the plugin; relative to the plan' });
const Url = Type.String({ pattern: '^https?://[^/?#\\s]+$', description: 'Scheme, host and port, no path' });

const placements = {
  here: closed({ shape: Type.Literal('here') }, { description: 'A plain call in the process of the server' }),
  http: closed(
    { shape: Type.Literal('http') },
    { description: 'In the process of the server, called by HTTP at its place in `ports`' },
  ),
  process: closed(
    { shape: Type.Literal('process'), process: Name },
    { description: 'A child of the server on the same machine, supervised by it; one of `processes`' },
  ),
  plugin: Type.Union([
    closed(
      { shape: Type.Literal('plugin'), file: File, process: Name },
      {
        description:
          'A file that is not part of the program, alone in a child of the server; one of `processes`',
      },
    ),
    closed(
      { shape: Type.Literal('plugin'), file: File, trusted: Type.Literal(true) },
      {
        description:
          'A file that is not part of the program, in a thread of the server: it can bring that down',
      },
    ),
  ]),
  remote: closed(
    { shape: Type.Literal('remote'), urls: Type.Array(Url, { minItems: 1, uniqueItems: true }) },
    { description: 'At one or several addresses, asked in turn' },
  ),
};

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

const Port = Type.Union([Type.Integer({ minimum: 1, maximum: 65_535 }), Type.Literal('socket')], {
  description: 'A port of this machine alone, or a UNIX socket that the server makes',
});

/** What a plan file holds. */
const PlanFile = closed(
  {
    $schema: Type.Optional(Type.String()),
    name: Name,
    modules: Type.Record(Type.String(), Type.Union(Object.values(placements)), {
      description: 'Where each module runs',
    }),
    processes: Type.Record(Type.String(), ProcessLimits, { description: 'The child processes, by name' }),
    ports: Type.Optional(
      Type.Record(Type.String(), Port, {
        description: 'Where each module of the shape http listens; said nowhere else',
      }),
    ),
    extensions: Type.Optional(
      Type.Record(
        Type.String(),
        closed(
          { extends: Name, plugin: placements.plugin },
          { description: 'A plugin that adds to what there is' },
        ),
        { description: 'Plugins beside the modules, by their names' },
      ),
    ),
  },
  { title: 'Deployment plan' },
);

export type Placement = {
  readonly [Shape in keyof typeof placements]: Static<(typeof placements)[Shape]>;
}[keyof typeof placements];
export type PluginPlacement = Static<typeof placements.plugin>;
export type ProcessLimits = Static<typeof ProcessLimits>;

/** Where each module of a program runs, and what each process may take. Only this differs between deployments. */
export interface Plan {
  readonly name: string;
  readonly modules: Readonly<Record<string, Placement>>;
  readonly processes: Readonly<Record<string, ProcessLimits>>;
  readonly ports?: Readonly<Record<string, number | 'socket'>>;
  readonly extensions?: Readonly<
    Record<string, { readonly extends: string; readonly plugin: PluginPlacement }>
  >;
}

export class PlanNotValid extends Error {
  override readonly name = 'PlanNotValid';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the plan is not valid: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

const knownShapes = Object.keys(placements).join(', ');

/** Checks that a plan puts each module of a program somewhere, and nothing else anywhere. */
export function readPlan(value: unknown, moduleNames: readonly string[]): Plan {
  const misplaced = problemsOfPlacements(value);
  if (misplaced.length > 0) throw new PlanNotValid(misplaced);
  const malformed = problemsOf(PlanFile, value);
  if (malformed.length > 0) throw new PlanNotValid(malformed);
  const { $schema: _, ...plan } = value as Plan & { readonly $schema?: string };
  const problems = [
    ...problemsOfModules(plan, moduleNames),
    ...problemsOfProcesses(plan),
    ...problemsOfPorts(plan),
  ];
  if (problems.length > 0) throw new PlanNotValid(problems);
  return Object.freeze(plan);
}

/** All plugins of a plan, by the names of the modules and extensions. */
export function pluginsOf({ modules, extensions = {} }: Plan): ReadonlyMap<string, PluginPlacement> {
  const replacing = Object.entries(modules).flatMap(([name, placed]) =>
    placed.shape === 'plugin' ? [[name, placed] as const] : [],
  );
  return new Map([
    ...replacing,
    ...Object.entries(extensions).map(([name, { plugin }]) => [name, plugin] as const),
  ]);
}

/** The JSON Schema of a plan file, for editors; it is published as `plans/plan.schema.json`. */
export function planSchema(): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...PlanFile };
}

/** Looked at first: of a union of shapes the checker can only say that none fits. */
function problemsOfPlacements(value: unknown): readonly string[] {
  const { modules } = (value ?? {}) as { readonly modules?: unknown };
  if (typeof modules !== 'object' || modules === null) return [];
  return Object.entries(modules as Record<string, { readonly shape?: unknown } | null>).flatMap(
    ([module, placed]) => {
      const shape = placed?.shape;
      if (typeof shape !== 'string' || !Object.hasOwn(placements, shape))
        return [`${module} has the shape ${JSON.stringify(shape)}; this version knows ${knownShapes}`];
      return problemsOf(placements[shape as keyof typeof placements], placed).map(
        (problem) => `${module}, which is ${shape}: ${problem}`,
      );
    },
  );
}

function problemsOfModules({ modules }: Plan, moduleNames: readonly string[]): readonly string[] {
  const unknown = Object.keys(modules).filter((module) => !moduleNames.includes(module));
  const missing = moduleNames.filter((module) => !Object.hasOwn(modules, module));
  return [
    ...unknown.map((module) => `there is no module ${module}; the modules are ${moduleNames.join(', ')}`),
    ...missing.map((module) => `it does not say where the module ${module} runs`),
  ];
}

function problemsOfProcesses(plan: Plan): readonly string[] {
  const plugins = [...pluginsOf(plan)].flatMap(([name, plugin]) =>
    'process' in plugin ? [[name, plugin.process] as const] : [],
  );
  const modules = Object.entries(plan.modules).flatMap(([name, placed]) =>
    placed.shape === 'process' ? [[name, placed.process] as const] : [],
  );
  const placed = [...modules, ...plugins];
  const used = new Set(placed.map(([, process]) => process));
  return [
    ...placed
      .filter(([, process]) => !Object.hasOwn(plan.processes, process))
      .map(([name, process]) => `${name} is put in the process ${process}, which is not among its processes`),
    ...plugins
      .filter(([, process]) => placed.filter(([, other]) => other === process).length > 1)
      .map(([name, process]) => `${name} is a plugin: nothing else may be put in its process ${process}`),
    ...Object.keys(plan.processes)
      .filter((process) => !used.has(process))
      .map((process) => `no module is put in the process ${process}`),
  ];
}

function problemsOfPorts({ modules, ports = {} }: Plan): readonly string[] {
  const isHttp = (module: string) => modules[module]?.shape === 'http';
  const taken = Object.values(ports).filter((port) => port !== 'socket');
  return [
    ...Object.keys(modules)
      .filter((module) => isHttp(module) && !Object.hasOwn(ports, module))
      .map((module) => `${module} is http, and has no place in ports`),
    ...Object.keys(ports)
      .filter((module) => !isHttp(module))
      .map((module) => `${module} has a place in ports, and is not http`),
    ...taken.filter((port, i) => taken.indexOf(port) !== i).map((port) => `port ${port} is given twice`),
  ];
}
