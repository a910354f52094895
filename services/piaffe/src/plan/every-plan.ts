import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plan } from '@piaffe/kernel';
import { loadPlan, plansFolder } from '../serve/load-plan.ts';

/** The plans that come with Piaffe. */
export async function everyPlan(): Promise<readonly Plan[]> {
  const files = (await readdir(plansFolder)).filter(
    (file) => file.endsWith('.json') && !file.endsWith('.schema.json'),
  );
  return Promise.all(files.sort().map((file) => loadPlan(basename(file, '.json'))));
}
