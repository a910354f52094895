import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { failureMatrix } from '@piaffe/kernel';
import { declaredModules } from '../compose/server-modules.ts';
import { everyPlan } from './every-plan.ts';
import { failuresPage } from './failures-page.ts';

const published = new URL('../../../../docs/FAILURES.md', import.meta.url);

test('the page of what fails when says what the modules declare', async () => {
  const page = failuresPage(declaredModules, await everyPlan());
  assert.equal(
    await readFile(published, 'utf8'),
    page,
    'write it with: node services/piaffe/src/plan/write-failures.ts',
  );
});

test('every sentence that people may get is on it, and every plan', async () => {
  const plans = await everyPlan();
  const page = failuresPage(declaredModules, plans);
  for (const { answer } of failureMatrix(declaredModules)) assert.ok(page.includes(answer ?? 'as always'));
  for (const { name } of plans) assert.match(page, new RegExp(`^### ${name}$`, 'm'));
});
