import { writeFile } from 'node:fs/promises';
import { planSchema } from './plan.ts';

// Run by `npm run schemas --workspace @piaffe/kernel`, after a change of what a plan may say.
const file = new URL('../../../plans/plan.schema.json', import.meta.url);
await writeFile(file, `${JSON.stringify(planSchema(), null, 2)}\n`);
process.stdout.write('plans/plan.schema.json is written\n');
