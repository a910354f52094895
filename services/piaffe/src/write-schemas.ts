import { writeFile } from 'node:fs/promises';
import { analysisSchema } from './analysis-schema.ts';

// Run by `npm run schemas --workspace piaffe`, after a change of what the command line prints.
const file = new URL('../../../contracts/analyse.schema.json', import.meta.url);
await writeFile(file, `${JSON.stringify(analysisSchema(), null, 2)}\n`);
process.stdout.write('contracts/analyse.schema.json is written\n');
