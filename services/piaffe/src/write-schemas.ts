import { writeFile } from 'node:fs/promises';
import { trendSchema } from '@piaffe/results';
import { analysisSchema } from './analysis-schema.ts';

// Run by `npm run schemas --workspace piaffe`, after a change of what the command line prints.
const schemas = { 'analyse.schema.json': analysisSchema(), 'trend.schema.json': trendSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  await writeFile(
    new URL(`../../../contracts/${name}`, import.meta.url),
    `${JSON.stringify(schema, null, 2)}\n`,
  );
  process.stdout.write(`contracts/${name} is written\n`);
}
