import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Corrections } from '@piaffe/aggregation/contract';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, settled, upload } from '../testing/server.fixture.ts';

const at = (clock: string) => `2026-05-01T${clock}+02:00`;
const walked = (from: number, to: number): Corrections => ({
  segments: [{ gait: 'walk', from, to }],
  jumps: { added: [], removed: [] },
});

async function yard(t: TestContext) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { principal } = me;
  /** A ride that is analysed. All of them last 35 s. */
  const ride = async (text: string, more: object = {}) => {
    const { session } = await upload(here, me, text, { name: text, ...more });
    return settled(here, principal, session.id);
  };
  const correct = async (session: string, corrections: Corrections | null) => {
    await here.sessions.correct({ principal, session, corrections });
    return settled(here, principal, session);
  };
  return { here, principal, aggregation, ride, correct };
}

test('a ride that is corrected is analysed anew with what is known better, and as it was when that is taken back', async (t) => {
  const { here, principal, aggregation, ride, correct } = await yard(t);
  const found = await ride('a ride');
  assert.equal(found.corrections, null);
  const corrections = { segments: [], jumps: { added: [12.5], removed: [3] } };
  const corrected = await correct(found.id, corrections);
  assert.deepEqual([corrected.state, corrected.corrections], ['done', corrections]);
  const result = await here.sessions.result({ principal, session: found.id });
  assert.deepEqual(result.algorithm.parameters.corrections, corrections);

  assert.deepEqual(await correct(found.id, null), found);
  assert.equal(aggregation.asked.length, 2, 'the first result was found again');
  await correct(found.id, { segments: [], jumps: { added: [12.5, 12.5], removed: [3] } });
  assert.equal(aggregation.asked.length, 2, 'the same corrections are the same need');
});

test('a ride can be trimmed and corrected, and its times go on counting from its first sample', async (t) => {
  const { here, principal, ride, correct } = await yard(t);
  const { id } = await ride('a ride');
  await correct(id, walked(5, 8));
  await here.sessions.trim({ principal, session: id, trim: { from: 4, to: 20 } });
  await settled(here, principal, id);
  const { parameters } = (await here.sessions.result({ principal, session: id })).algorithm;
  assert.deepEqual([parameters.trim, parameters.corrections], [{ from: 4, to: 20 }, walked(5, 8)]);
});

test('corrections that cannot be are refused with the reason, and change nothing', async (t) => {
  const { here, principal, ride } = await yard(t);
  const before = await ride('a ride');
  const refused: readonly [Corrections, RegExp][] = [
    [walked(8, 8), /end behind its beginning/],
    [walked(9, 8), /end behind its beginning/],
    [{ ...walked(1, 5), segments: [...walked(4, 6).segments, ...walked(1, 5).segments] }, /overlap/],
    [walked(30, 36), /ends after 35/],
    [{ segments: [], jumps: { added: [36], removed: [] } }, /ends after 35/],
    [{ segments: [], jumps: { added: [], removed: [1e9] } }, /ends after 35/],
  ];
  for (const [corrections, detail] of refused) {
    const asked = here.sessions.correct({ principal, session: before.id, corrections });
    await assert.rejects(asked, (error: Error & { code?: string }) => {
      assert.equal(error.code, 'corrections-not-valid');
      assert.match(error.message, detail);
      return true;
    });
  }
  assert.deepEqual(await here.sessions.session({ principal, session: before.id }), before);
});

test('a merge keeps what was corrected, and a split gives each recording its own, also what was said since', async (t) => {
  const { here, principal, ride, correct } = await yard(t);
  const [first, second, third] = [
    await ride('first', { startedAt: at('18:00:00') }),
    await ride('second', { startedAt: at('18:01:00') }),
    await ride('third', { startedAt: at('18:02:00') }),
  ];
  await correct(first.id, { segments: [], jumps: { added: [4], removed: [] } });
  await correct(second.id, walked(10, 20));
  await here.sessions.merge({ principal, session: third.id, other: second.id });
  const whole = await here.sessions.merge({ principal, session: first.id, other: third.id });
  assert.deepEqual(whole.corrections, {
    segments: [{ gait: 'walk', from: 70, to: 80 }],
    jumps: { added: [4], removed: [] },
  });
  await correct(first.id, {
    segments: [{ gait: 'walk', from: 70, to: 85 }],
    jumps: { added: [], removed: [125] },
  });
  const { sessions } = await here.sessions.split({ principal, session: first.id });
  assert.deepEqual(
    sessions.map(({ corrections }) => corrections),
    [null, walked(10, 25), { segments: [], jumps: { added: [], removed: [5] } }],
  );
});

test('corrected rides are merged only once it is known where each of them ends', async (t) => {
  const here = await server(t, { aggregation: scripted().client, concurrent: 0 });
  const me = await owner(here);
  const { principal } = me;
  const kept = [
    await upload(here, me, 'first', { startedAt: at('18:00:00') }),
    await upload(here, me, 'second', { startedAt: at('18:00:00') }),
  ];
  const [first = '', second = ''] = kept.map(({ session }) => session.id);
  await here.sessions.correct({ principal, session: first, corrections: walked(1, 5) });
  const merge = () => here.sessions.merge({ principal, session: first, other: second });
  await assert.rejects(merge(), { code: 'merge-not-possible' });
  await here.sessions.correct({ principal, session: first, corrections: null });
  assert.equal((await merge()).recordings.length, 2);
});
