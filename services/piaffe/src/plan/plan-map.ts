import type { PartHealth } from '@piaffe/gateway/contract';
import {
  type Contract,
  type DeclaredModule,
  judgePlugin,
  type Placement,
  type Plan,
  pluginsOf,
} from '@piaffe/kernel';

/** One module of a plan, or one plugin that adds to what there is. */
export interface MappedPart {
  readonly name: string;
  readonly shape: Placement['shape'];
  /** The process, the port or the addresses; empty where it is in the server. */
  readonly where: readonly string[];
  /** Of the contract that the program asks by. */
  readonly contract: string;
  /** What the file of a plugin says of itself; null for what is no plugin. */
  readonly plugin: {
    readonly file: string;
    readonly version: string | null;
    readonly problem: string | null;
  } | null;
  /** As the server sees it; null where none runs, or it does not say. */
  readonly live: PartHealth | null;
}

/** What a module needs, and what it costs to lose that. */
export interface MappedNeed {
  readonly module: string;
  readonly needs: string;
  readonly kind: 'required' | 'degrades';
  /** Lost with it; all that the module shows where it is required. */
  readonly features: readonly string[];
  readonly answer: string;
}

export interface PlanMap {
  readonly name: string;
  readonly parts: readonly MappedPart[];
  readonly processes: Readonly<
    Record<string, Plan['processes'][string] & { readonly parts: readonly string[] }>
  >;
  readonly needs: readonly MappedNeed[];
}

interface Known {
  readonly declared: readonly DeclaredModule[];
  readonly extensionPoints: readonly Contract[];
  readonly live: readonly PartHealth[];
}

/** What a plan comes to. Plugins are judged by their files; nothing is started. */
export async function planMap(plan: Plan, { declared, extensionPoints, live }: Known): Promise<PlanMap> {
  const plugins = pluginsOf(plan);
  const mapped = async (name: string, contract: Contract | undefined, placed: Placement) => ({
    name,
    shape: placed.shape,
    where: whereOf(plan, name, placed),
    contract: contract?.version ?? '',
    plugin: plugins.has(name) ? await judged(plugins.get(name)!.file, contract) : null,
    live: live.find((part) => part.name === name) ?? null,
  });
  const modules = declared.map(({ contract }) =>
    mapped(contract.name, contract, plan.modules[contract.name]!),
  );
  const extensions = Object.entries(plan.extensions ?? {}).map(([name, { extends: extended, plugin }]) => {
    const contract = extensionPoints.find((point) => point.name === extended);
    return mapped(name, contract, plugin);
  });
  const parts = await Promise.all([...modules, ...extensions]);
  return {
    name: plan.name,
    parts,
    processes: Object.fromEntries(
      Object.entries(plan.processes).map(([name, limits]) => [
        name,
        { ...limits, parts: parts.filter(({ where }) => where[0] === name).map((part) => part.name) },
      ]),
    ),
    needs: declared.flatMap(({ contract, needs = [], features = [] }) =>
      needs.map((need) => ({
        module: contract.name,
        needs: need.contract.name,
        kind: need.kind,
        features: need.kind === 'required' ? features : need.features,
        answer: need.answer,
      })),
    ),
  };
}

function whereOf({ ports = {} }: Plan, name: string, placed: Placement): readonly string[] {
  if (placed.shape === 'remote') return placed.urls;
  if (placed.shape === 'http') return [ports[name] === 'socket' ? 'a socket' : `port ${ports[name]}`];
  if ('process' in placed) return [placed.process];
  return placed.shape === 'plugin' ? ['a thread'] : [];
}

async function judged(file: string, contract: Contract | undefined): Promise<MappedPart['plugin']> {
  if (contract === undefined)
    return { file, version: null, problem: 'nothing in this program takes such a plugin' };
  try {
    const { version, refusal } = await judgePlugin(file, contract);
    return { file, version, problem: refusal };
  } catch (error) {
    return { file, version: null, problem: (error as Error).message };
  }
}
