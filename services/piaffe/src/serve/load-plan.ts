import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Placement, type Plan, PlanNotValid, readPlan } from '@piaffe/kernel';
import { metricContract } from '@piaffe/metric/contract';
import { assetsIn, placeOf, readAsset } from '../assets.ts';
import { exitCodes } from '../exit-codes.ts';
import { moduleNames, movableModules } from '../modules.ts';
import { CannotServe } from './cannot-serve.ts';

const folder = 'plans';

/** One of those that come with Piaffe; anything else is the path of a file. */
export const isPlanName = (nameOrPath: string) => /^[a-z][a-z0-9-]*$/.test(nameOrPath);

/** The plan of that name, or in that file. Throws `CannotServe`. */
export async function loadPlan(nameOrPath: string): Promise<Plan> {
  const isName = isPlanName(nameOrPath);
  try {
    const text = isName ? await readAsset(`${folder}/${nameOrPath}.json`) : await readFile(nameOrPath);
    const plan = readPlan(JSON.parse(Buffer.from(text).toString()), moduleNames);
    checkReach(plan);
    checkExtensions(plan);
    return withPluginFiles(plan, isName ? placeOf(folder) : dirname(resolve(nameOrPath)));
  } catch (error) {
    const why =
      isName && hasCode(error, 'ENOENT') ? `there is none of that name. ${await known()}` : reason(error);
    throw new CannotServe(`The plan ${nameOrPath} cannot be used: ${why}`, exitCodes.wrongUsage, {
      cause: error,
    });
  }
}

/** A plan names its plugins as they lie beside it. */
function withPluginFiles(plan: Plan, folder: string): Plan {
  const found = <P extends Placement>(placed: P): P =>
    placed.shape === 'plugin' ? { ...placed, file: resolve(folder, placed.file) } : placed;
  const each = <T, R>(all: Readonly<Record<string, T>>, change: (value: T) => R) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value)]));
  return {
    ...plan,
    modules: each(plan.modules, found),
    extensions: each(plan.extensions ?? {}, (extension) => ({
      ...extension,
      plugin: found(extension.plugin),
    })),
  };
}

/** The modules that have the data folder in processes of their own, beside that of the server. */
export function partsApart({ modules }: Plan): readonly string[] {
  return Object.keys(modules).filter(
    (module) => modules[module]!.shape === 'remote' && !movableModules.includes(module),
  );
}

/** Throws `PlanNotValid` for a plugin that adds to what nothing here has, or under a name that is no name of its own. */
function checkExtensions({ extensions = {} }: Plan): void {
  const points = [metricContract.name];
  const problems = Object.entries(extensions).flatMap(([name, { extends: extended }]) => [
    ...(points.includes(extended)
      ? []
      : [`${name} extends ${extended}; what can be extended is ${points.join(', ')}`]),
    ...(/^[a-z][a-z0-9-]*$/.test(name)
      ? []
      : [`the extension ${name} has letters, digits and hyphens for its name`]),
    ...(moduleNames.includes(name) ? [`the extension ${name} has the name of a module`] : []),
  ]);
  if (problems.length > 0) throw new PlanNotValid(problems);
}

/** Throws `PlanNotValid` where a module is put where it does not get what it needs. */
function checkReach(plan: Plan): void {
  const { modules } = plan;
  const apart: readonly string[] = ['process', 'plugin'] satisfies Placement['shape'][];
  const problems = Object.keys(modules).flatMap((module) => {
    if (movableModules.includes(module)) return [];
    if (apart.includes(modules[module]!.shape))
      return [
        `${module} needs the database, which its own processes do not open: put it here, http or remote`,
      ];
    const urls = urlsOf(modules[module]!);
    if (urls.length === 0) return [];
    if (module === 'gateway') return ['gateway is the server itself: put it here or http'];
    if (urls.length > 1) return [`${module} keeps things in the data folder, so it has one address`];
    const beside = Object.keys(modules).find(
      (other) => other !== module && urlsOf(modules[other]!).includes(urls[0]!),
    );
    return beside === undefined ? [] : [`${module} and ${beside} are at one address: each needs its own`];
  });
  if (problems.length > 0) throw new PlanNotValid(problems);
}

const urlsOf = (placed: Placement): readonly string[] => (placed.shape === 'remote' ? placed.urls : []);

function reason(error: unknown): string {
  if (error instanceof PlanNotValid) return `${error.problems.join('; ')}.`;
  if (error instanceof SyntaxError) return `it is not JSON: ${error.message}.`;
  if (hasCode(error, 'ENOENT')) return 'there is no such file.';
  if (hasCode(error, 'EISDIR')) return 'it is a folder.';
  return error instanceof Error ? error.message : String(error);
}

/** The names of those that come with Piaffe. */
export async function planNames(): Promise<readonly string[]> {
  return (await assetsIn(folder))
    .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
    .map((file) => basename(file, '.json'))
    .sort();
}

async function known(): Promise<string> {
  const names = await planNames();
  return `The plans are ${names.join(', ')}; a path to a file of your own has a slash or a dot in it.`;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
