import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatewayFeatures } from '@piaffe/gateway/contract';
import { failureMatrix } from '@piaffe/kernel';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { declaredModules } from '../compose/server-modules.ts';
import { loadPlan } from '../serve/load-plan.ts';
import { falsified } from './falsified.ts';
import { differencesIn, notReached, type Observation } from './judge.ts';
import { runDrill } from './run-drill.ts';
import { faults, targetName, targetsOf, unreachableIn } from './target.ts';

const folder = await scratchFolder();
const everyPlan = [
  'default',
  'all-here',
  'one-process-http',
  'plugin',
  'two-processes',
  'remote',
  'all-remote',
];

/** What would be seen if all were as declared: each cell, by each fault. */
async function asDeclared(plan: string): Promise<readonly Observation[]> {
  const placed = await loadPlan(plan);
  const matrix = failureMatrix(declaredModules);
  return faults.flatMap((fault) =>
    targetsOf(placed, fault).flatMap((target) =>
      gatewayFeatures.map((feature) => {
        const lost = matrix.find(
          (cell) => cell.feature === feature && target.modules.includes(cell.part) && cell.answer !== null,
        );
        const works = lost === undefined || fault === 'slow';
        const told = works ? null : lost.answer;
        return { target, fault, feature, seen: { works, told, detail: null, milliseconds: 1 } };
      }),
    ),
  );
}

for (const name of everyPlan) {
  test(`a drill of ${name} reaches every cell that the plan can show, and notices each falsified declaration`, async () => {
    const observations = await asDeclared(name);
    const scope = { plan: await loadPlan(name), features: gatewayFeatures, faults, parts: null };
    assert.deepEqual(differencesIn(declaredModules, observations), []);
    assert.deepEqual(notReached(declaredModules, scope, observations), []);
    const lies = falsified(declaredModules);
    assert.ok(lies.length > 20);
    for (const { lie, declared } of lies)
      assert.ok(differencesIn(declared, observations).length > 0, `nobody noticed that ${lie}`);
    const [first, ...others] = observations;
    assert.ok(first !== undefined);
    assert.equal(
      notReached(declaredModules, scope, others).length,
      1,
      `${targetName(first.target)} was left out`,
    );
  });
}

test('what a plan cannot show has its reason', async () => {
  const [aggregation, trend] = unreachableIn(await loadPlan('default'), 'down');
  assert.deepEqual([aggregation?.modules, trend?.modules], [['aggregation'], ['trend']]);
  assert.match(aggregation?.because ?? '', /the process compute has trend, too/);
  assert.deepEqual(unreachableIn(await loadPlan('plugin'), 'down'), []);
});

test('a server is drilled for real: what is seen is what is declared, and another declaration is noticed', async (t) => {
  const scope = {
    plan: await loadPlan('default'),
    features: gatewayFeatures,
    faults: ['overloaded'] as const,
  };
  const parts = ['stable', 'trend'];
  const { observations } = await runDrill({
    ...scope,
    parts,
    folder,
    say: (line) => t.diagnostic(line),
  });
  assert.equal(observations.length, parts.length * gatewayFeatures.length);
  assert.deepEqual(
    differencesIn(declaredModules, observations).map(({ sentence, feature }) => [feature, sentence]),
    [],
  );
  const lies = falsified(declaredModules).filter(({ lie }) => /gateway .* without (stable|trend)$/.test(lie));
  assert.ok(lies.length >= 2 * gatewayFeatures.length);
  for (const { lie, declared } of lies)
    assert.ok(differencesIn(declared, observations).length > 0, `nobody noticed that ${lie}`);
});
