import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Contract, compare, documentOf, refusal } from '@piaffe/kernel';
import { aggregationContract } from '../../packages/aggregation/contract.ts';
import { skewedVersions } from '../../packages/kernel/testing/skewed.fixture.ts';
import { trendContract } from '../../packages/trend/contract.ts';

type Mover = 'consumer' | 'provider' | undefined;

/** Whether one fits the other, and if not who has to move; the refusal names both versions. */
function judged(consumer: Contract, provider: Contract): ['fits'] | ['refused', Mover] {
  const [asking, asked] = [documentOf(consumer), documentOf(provider)];
  const verdict = compare(asking, asked);
  if (verdict.compatible) return ['fits'];
  const sentence = refusal(asking, asked, verdict);
  assert.ok(sentence.includes(`${consumer.name} ${consumer.version}`), sentence);
  assert.ok(sentence.includes(`${provider.name} ${provider.version}`), sentence);
  return ['refused', verdict.difference.mover];
}

for (const [contract, operation] of [
  [aggregationContract, 'aggregate'],
  [trendContract, 'trend'],
] as const) {
  for (const { name, contract: other, asProvider, asConsumer, mover } of skewedVersions(
    contract,
    operation,
  )) {
    test(`${contract.name} ${contract.version} beside ${other.version}, which has ${name}`, () => {
      const whole = (fit: string, who: Mover) => (fit === 'fits' ? [fit] : [fit, who]);
      assert.deepEqual(
        judged(contract, other),
        whole(asProvider, mover.asProvider),
        'asked by the present one',
      );
      assert.deepEqual(
        judged(other, contract),
        whole(asConsumer, mover.asConsumer),
        'asking the present one',
      );
    });
  }
}
