import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Server, startServer } from './server.fixture.ts';

const plans = fileURLToPath(new URL('../../plans/', import.meta.url));

const all: readonly string[] = readdirSync(plans)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
  .map((file) => file.replace(/\.json$/, ''));

/** Those that PIAFFE_PLANS names; without it the two that need nothing else, and one of the others, by chance. */
export function plansToRun(): readonly string[] {
  const named = process.env.PIAFFE_PLANS?.split(',');
  if (named !== undefined) return named.flatMap((name) => (name === 'all' ? all : [name]));
  const always = ['default', 'all-here'];
  const others = all.filter((name) => !always.includes(name));
  const one = others[Math.floor(Math.random() * others.length)];
  return one === undefined ? always : [...always, one];
}

/** A server as a plan has it, with every process that the plan speaks of. */
export async function startPlan(name: string, { folder }: { readonly folder: string }): Promise<Server> {
  return startServer({ folder, flags: ['--plan', name] });
}
