// Writes docs/FAILURES.md from what the modules declare. Run it in the same commit as a change of that.
import { writeFile } from 'node:fs/promises';
import { declaredModules } from '../compose/server-modules.ts';
import { everyPlan } from './every-plan.ts';
import { failuresPage } from './failures-page.ts';

const page = new URL('../../../../docs/FAILURES.md', import.meta.url);
await writeFile(page, failuresPage(declaredModules, await everyPlan()));
