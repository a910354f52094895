import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '@piaffe/storage';
import fc from 'fast-check';
import { errorOf, openStable, profileOf, somebody } from './testing/stable.fixture.ts';

const wholeList = { limit: 200, after: null };
const shoeing = { at: '2026-04-01T09:00:00.000Z', kind: 'shoeing', text: 'New front shoes' } as const;

test('what happened to a horse is kept as it was written down, changed, and removed', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const { id: horse } = await stable.addHorse({ principal, profile: profileOf('Invasor'), demo: false });
  const added = await stable.addHorseEvent({ principal, horse, ...shoeing });
  assert.deepEqual(added, { id: added.id, horse, ...shoeing });
  assert.deepEqual(await stable.horseEvents({ principal, horse, ...wholeList }), {
    items: [added],
    next: null,
  });
  const asked = { principal, horse, event: added.id };
  const changed = await stable.changeHorseEvent({ ...asked, changes: { text: ' All four ' } });
  assert.deepEqual(changed, { ...added, text: 'All four' });
  assert.deepEqual(await stable.changeHorseEvent({ ...asked, changes: {} }), changed);
  const moved = { at: '2026-04-02T09:00:00.000Z', kind: 'other' } as const;
  assert.deepEqual(await stable.changeHorseEvent({ ...asked, changes: moved }), { ...changed, ...moved });
  await stable.removeHorseEvent(asked);
  assert.equal((await errorOf(stable.removeHorseEvent(asked))).code, 'event-not-found');
  assert.equal((await errorOf(stable.changeHorseEvent({ ...asked, changes: {} }))).code, 'event-not-found');
});

test('a moment that is in no calendar is refused', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const { id: horse } = await stable.addHorse({ principal, profile: profileOf('Invasor'), demo: false });
  const { id: event } = await stable.addHorseEvent({ principal, horse, ...shoeing });
  for (const at of ['2026-02-30T09:00:00.000Z', '2026-13-01T09:00:00.000Z', '2026-01-01T25:00:00.000Z']) {
    const adding = stable.addHorseEvent({ principal, horse, ...shoeing, at });
    assert.equal((await errorOf(adding)).code, 'event-time-not-valid');
    const changing = stable.changeHorseEvent({ principal, horse, event, changes: { at } });
    assert.equal((await errorOf(changing)).code, 'event-time-not-valid');
  }
});

test('whatever the times are, the pages together hold every event once, the latest first', async (t) => {
  const stable = await openStable(t);
  const day = fc.integer({ min: 1, max: 6 }).map((day) => `2026-04-0${day}T09:00:00.000Z`);
  const lives = fc.record({ days: fc.array(day, { maxLength: 12 }), limit: fc.integer({ min: 1, max: 5 }) });
  await fc.assert(
    fc.asyncProperty(lives, async ({ days, limit }) => {
      const principal = somebody();
      const { id: horse } = await stable.addHorse({ principal, profile: profileOf('Luna'), demo: false });
      const added = [];
      for (const at of days) added.push(await stable.addHorseEvent({ principal, horse, ...shoeing, at }));
      const seen = [];
      for (let after: string | null = null; ; ) {
        const { items, next } = await stable.horseEvents({ principal, horse, limit, after });
        assert.ok(items.length <= limit);
        seen.push(...items);
        if (next === null) break;
        after = next;
      }
      const times = seen.map(({ at }) => at);
      assert.deepEqual(times, times.toSorted().reverse());
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      assert.deepEqual(seen.toSorted(byId), added.toSorted(byId));
    }),
    { numRuns: 40 },
  );
});

test('events of the horse of another account, or of another horse, are as if they were not there', async (t) => {
  const stable = await openStable(t);
  const owner = somebody();
  const { id: horse } = await stable.addHorse({
    principal: owner,
    profile: profileOf('Invasor'),
    demo: false,
  });
  const { id: event } = await stable.addHorseEvent({ principal: owner, horse, ...shoeing });
  for (const principal of [somebody(), somebody('administrator')]) {
    for (const ask of [
      (id: string) => stable.horseEvents({ principal, horse: id, ...wholeList }),
      (id: string) => stable.addHorseEvent({ principal, horse: id, ...shoeing }),
      (id: string) => stable.changeHorseEvent({ principal, horse: id, event, changes: { text: '' } }),
      (id: string) => stable.removeHorseEvent({ principal, horse: id, event }),
      (id: string) => stable.removeHorse({ principal, horse: id }),
    ]) {
      const foreign = await errorOf(ask(horse));
      assert.deepEqual(foreign, await errorOf(ask(newId())));
      assert.equal(foreign.code, 'horse-not-found');
    }
  }
  const second = await stable.addHorse({ principal: owner, profile: profileOf('Luna'), demo: false });
  const elsewhere = { principal: owner, horse: second.id, event };
  const page = { principal: owner, horse: second.id, limit: 1, after: event };
  assert.equal((await errorOf(stable.removeHorseEvent(elsewhere))).code, 'event-not-found');
  assert.equal((await errorOf(stable.horseEvents(page))).code, 'after-not-valid');
  assert.equal((await stable.horseEvents({ principal: owner, horse, ...wholeList })).items.length, 1);
});

test('a horse has a thousand events at most', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const { id: horse } = await stable.addHorse({ principal, profile: profileOf('Invasor'), demo: false });
  const add = () => stable.addHorseEvent({ principal, horse, ...shoeing });
  for (let count = 0; count < 1000; count++) await add();
  assert.equal((await errorOf(add())).code, 'too-many-events');
  const { items } = await stable.horseEvents({ principal, horse, limit: 1, after: null });
  await stable.removeHorseEvent({ principal, horse, event: items[0]!.id });
  await add();
});

test('a horse goes with its events and leaves the others', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const kept = await stable.addHorse({ principal, profile: profileOf('Luna'), demo: false });
  const { id: horse } = await stable.addHorse({ principal, profile: profileOf('Invasor'), demo: true });
  await stable.addHorseEvent({ principal, horse, ...shoeing });
  await stable.addHorseEvent({ principal, horse: kept.id, ...shoeing });
  await stable.removeHorse({ principal, horse });
  assert.equal((await errorOf(stable.horse({ principal, horse }))).code, 'horse-not-found');
  assert.equal((await errorOf(stable.removeHorse({ principal, horse }))).code, 'horse-not-found');
  const { items } = await stable.horses({ principal, archived: false, ...wholeList });
  assert.deepEqual(items, [kept]);
  assert.equal((await stable.horseEvents({ principal, horse: kept.id, ...wholeList })).items.length, 1);
});

test('an account is forgotten whole, however often, and no other one', async (t) => {
  const stable = await openStable(t);
  const [leaving, staying] = [somebody(), somebody()];
  for (const principal of [leaving, staying]) {
    const { id: horse } = await stable.addHorse({ principal, profile: profileOf('Invasor'), demo: true });
    await stable.addHorseEvent({ principal, horse, ...shoeing });
    await stable.addRider({ principal, name: 'Ana' });
  }
  await stable.forget({ principal: leaving });
  await stable.forget({ principal: leaving });
  const left = async (principal: typeof leaving) => [
    ...(await stable.horses({ principal, archived: false, ...wholeList })).items,
    ...(await stable.riders({ principal, archived: false, ...wholeList })).items,
  ];
  assert.deepEqual(await left(leaving), []);
  assert.equal((await left(staying)).length, 2);
});
