import { fileURLToPath } from 'node:url';
import { contracts, namedSchemas } from './all.ts';
import { contractProblems } from './problems.ts';
import { writeSnapshots } from './write-snapshots.ts';

// Run by `npm run contracts`.
const folder = fileURLToPath(new URL('../../contracts/', import.meta.url));
const written = await writeSnapshots(folder, contracts, namedSchemas);
for (const name of written) console.log(`contracts/${name} is written`);
const problems = await contractProblems(folder, contracts);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
