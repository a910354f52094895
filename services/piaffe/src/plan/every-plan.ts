import type { Plan } from '@piaffe/kernel';
import { loadPlan, planNames } from '../serve/load-plan.ts';

/** The plans that come with Piaffe. */
export async function everyPlan(): Promise<readonly Plan[]> {
  return Promise.all((await planNames()).map((name) => loadPlan(name)));
}
