import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '@piaffe/storage';
import fc from 'fast-check';
import { errorOf, openStable, profileOf, somebody } from './testing/stable.fixture.ts';

const page = { archived: false, limit: 50, after: null };

test('a horse is kept as it was described', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const added = await stable.addHorse({ principal, profile: profileOf('Invasor'), demo: false });
  assert.deepEqual(added, {
    id: added.id,
    ...profileOf('Invasor'),
    archived: false,
    demo: false,
    createdAt: '2026-05-04T10:00:00.000Z',
  });
  assert.deepEqual(await stable.horse({ principal, horse: added.id }), added);
  assert.deepEqual(await stable.horses({ principal, ...page }), { items: [added], next: null });
});

test('a change touches what is given and leaves the rest', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const { id: horse, ...before } = await stable.addHorse({
    principal,
    profile: profileOf('Invasor'),
    demo: false,
  });
  await stable.changeHorse({ principal, horse, changes: { breed: null, massKg: 540.5 } });
  await stable.changeHorse({ principal, horse, changes: {} });
  const after = await stable.horse({ principal, horse });
  assert.deepEqual(after, { id: horse, ...before, breed: null, massKg: 540.5 });
});

test('two who change different things at once both get their way', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const { id: horse } = await stable.addHorse({ principal, profile: profileOf('Invasor'), demo: false });
  await Promise.all([
    stable.changeHorse({ principal, horse, changes: { name: 'Novilheiro' } }),
    stable.changeHorse({ principal, horse, changes: { birthYear: 2012 } }),
  ]);
  const { name, birthYear } = await stable.horse({ principal, horse });
  assert.deepEqual({ name, birthYear }, { name: 'Novilheiro', birthYear: 2012 });
});

test('an archived horse is in a list of its own, and comes back', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const { id: horse } = await stable.addHorse({ principal, profile: profileOf('Invasor'), demo: false });
  const archived = await stable.changeHorse({ principal, horse, changes: { archived: true } });
  assert.deepEqual((await stable.horses({ principal, ...page })).items, []);
  assert.deepEqual((await stable.horses({ principal, ...page, archived: true })).items, [archived]);
  assert.deepEqual(await stable.horse({ principal, horse }), archived);
  await stable.changeHorse({ principal, horse, changes: { archived: false } });
  assert.equal((await stable.horses({ principal, ...page })).items.length, 1);
});

test('the horse of another account is as if it were not there, for an administrator too', async (t) => {
  const stable = await openStable(t);
  const owner = somebody();
  const { id: horse } = await stable.addHorse({
    principal: owner,
    profile: profileOf('Invasor'),
    demo: false,
  });
  const before = await stable.horse({ principal: owner, horse });
  for (const principal of [somebody(), somebody('administrator')]) {
    const asks = [
      (id: string) => stable.horse({ principal, horse: id }),
      (id: string) => stable.changeHorse({ principal, horse: id, changes: { name: 'Mine' } }),
      (id: string) => stable.changeHorse({ principal, horse: id, changes: {} }),
      (id: string) => stable.changeHorse({ principal, horse: id, changes: { archived: true } }),
    ];
    for (const ask of asks) {
      const foreign = await errorOf(ask(horse));
      assert.deepEqual(foreign, await errorOf(ask(newId())));
      assert.equal(foreign.code, 'horse-not-found');
    }
    assert.deepEqual((await stable.horses({ principal, ...page })).items, []);
    assert.deepEqual(
      await errorOf(stable.horses({ principal, ...page, after: horse })),
      await errorOf(stable.horses({ principal, ...page, after: newId() })),
    );
  }
  assert.deepEqual(await stable.horse({ principal: owner, horse }), before);
});

test('a time zone is a name that the calendar knows', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  for (const timeZone of ['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires']) {
    await stable.addHorse({ principal, profile: { ...profileOf('Invasor'), timeZone }, demo: false });
  }
  for (const timeZone of ['Europe/Atlantis', '', '+02:00', 'Berlin; drop table', '-08:00']) {
    const profile = { ...profileOf('Invasor'), timeZone };
    await assert.rejects(stable.addHorse({ principal, profile, demo: false }), {
      name: 'Failure',
      code: 'time-zone-not-known',
    });
  }
  const { items } = await stable.horses({ principal, ...page });
  assert.equal(items.length, 3);
  await assert.rejects(
    stable.changeHorse({ principal, horse: items[0]!.id, changes: { timeZone: 'Europe/Atlantis' } }),
    { code: 'time-zone-not-known' },
  );
});

test('a horse is not born in the future', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const { id: horse } = await stable.addHorse({
    principal,
    profile: { ...profileOf('Foal'), birthYear: 2026 },
    demo: false,
  });
  const profile = { ...profileOf('Foal'), birthYear: 2027 };
  await assert.rejects(stable.addHorse({ principal, profile, demo: false }), {
    code: 'birth-year-not-valid',
  });
  await assert.rejects(stable.changeHorse({ principal, horse, changes: { birthYear: 2099 } }), {
    code: 'birth-year-not-valid',
  });
});

test('names are tidied, and what is only white space or holds control characters is refused', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const profile = { ...profileOf('  A\u0308rmel \u00a0 II '), breed: '   ' };
  const { name, breed } = await stable.addHorse({ principal, profile, demo: false });
  assert.deepEqual({ name, breed }, { name: 'Ärmel II', breed: null });
  for (const bad of ['', '   ', 'In\nvasor', '\u0000', '\u0007']) {
    await assert.rejects(stable.addHorse({ principal, profile: profileOf(bad), demo: false }), {
      name: 'InvalidInput',
    });
  }
});

test('whatever the names are, the pages together hold every horse once, by name', async (t) => {
  const stable = await openStable(t);
  const name = fc.oneof(
    fc.constantFrom('Bella', 'bella', 'BELLA', 'Bellá', 'ßir', 'Zorro', '愛'),
    fc.string({ unit: 'binary', maxLength: 100 }).filter((text) => /^\P{Cc}*[^\s\p{Cc}]\P{Cc}*$/u.test(text)),
  );
  const stables = fc.record({
    names: fc.array(name, { maxLength: 12 }),
    limit: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(stables, async ({ names, limit }) => {
      const principal = somebody();
      const added = [];
      for (const each of names)
        added.push(await stable.addHorse({ principal, profile: profileOf(each), demo: false }));
      const seen = [];
      for (let after: string | null = null; ; ) {
        const { items, next } = await stable.horses({ principal, archived: false, limit, after });
        assert.ok(items.length <= limit);
        seen.push(...items);
        if (next === null) break;
        after = next;
      }
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      assert.deepEqual(seen.toSorted(byId), added.toSorted(byId));
      const upper = seen.map((horse) => horse.name).filter((each) => /^[a-z]+$/i.test(each));
      assert.deepEqual(
        upper.map((each) => each.toLowerCase()),
        upper.map((each) => each.toLowerCase()).toSorted(),
      );
    }),
    { numRuns: 60 },
  );
});
