import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoStable } from './demo-stable.ts';
import { de } from './words-de.ts';
import { en } from './words-en.ts';
import { fr } from './words-fr.ts';

const now = new Date('2026-03-12T15:00:00Z');
const stable = demoStable({ now, language: 'en', utcOffsetMinutes: 60 });
const [luna, vento, brisa] = stable.horses;
const day = 86_400_000;

test('three horses have 24 rides and more over twelve weeks, and the last was yesterday', () => {
  const starts = stable.horses.flatMap(({ rides }) => rides.map(({ startedAt }) => startedAt));
  assert.ok(starts.length >= 72 && starts.length <= 80);
  for (const { rides, events } of stable.horses) {
    assert.ok(rides.length >= 24);
    for (const list of [rides.map(({ startedAt }) => startedAt), events.map(({ at }) => at)])
      assert.deepEqual(list, [...list].sort());
    assert.equal(new Set(rides.map(({ startedAt }) => startedAt.slice(0, 10))).size, rides.length);
  }
  assert.equal([...starts].sort().at(-1)!.slice(0, 10), '2026-03-11');
  assert.ok(Date.parse([...starts].sort()[0]) > now.getTime() - 85 * day);
});

test('yesterday is yesterday where the stable is, whatever the day in UTC', () => {
  const at = (now: string, utcOffsetMinutes: number) =>
    demoStable({ now: new Date(now), language: 'en', utcOffsetMinutes }).horses[0].rides.at(-1)!.startedAt;
  assert.match(at('2026-03-12T23:30:00Z', 60), /^2026-03-12T.*\+01:00$/);
  assert.match(at('2026-03-12T23:30:00Z', -330), /^2026-03-11T.*-05:30$/);
  assert.match(at('2026-01-01T00:00:00Z', 0), /^2025-12-31T.*\+00:00$/);
});

test('on workdays horses are ridden in the evening, at weekends in the morning', () => {
  for (const { rides } of stable.horses)
    for (const { startedAt } of rides) {
      const local = startedAt.slice(0, 19);
      const weekday = new Date(`${local}Z`).getUTCDay();
      const hour = Number(local.slice(11, 13));
      if (weekday === 0 || weekday === 6) assert.ok(hour >= 9 && hour < 12, startedAt);
      else assert.ok(hour >= 17 && hour < 20, startedAt);
    }
});

test('each language tells the same stable in words of its own', () => {
  for (const [language, words] of [
    ['en', en],
    ['fr', fr],
    ['de', de],
  ] as const) {
    const told = demoStable({ now, language, utcOffsetMinutes: 60 });
    told.horses.forEach((horse, h) => {
      assert.equal(horse.profile.breed, words.breeds[horse.key]);
      horse.rides.forEach((ride, i) => {
        const same = stable.horses[h].rides[i];
        assert.equal(ride.startedAt, same.startedAt);
        assert.equal(ride.type, words.types[same.kind]);
        assert.deepEqual(
          ride.notes.map(({ at }) => at),
          same.notes.map(({ at }) => at),
        );
      });
    });
  }
});

test('words are there in all languages, as many, none empty, none twice', () => {
  const flat = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(flat);
  const notes = [en, fr, de].map(({ notes, ventoGains, brisaUneven }) =>
    flat({ notes, ventoGains, brisaUneven }),
  );
  assert.deepEqual(new Set(notes.map(({ length }) => length)), new Set([notes[0].length]));
  assert.equal(new Set(notes.flat()).size, notes.flat().length);
  for (const words of [en, fr, de]) assert.ok(flat(words).every((text) => text.trim().length > 2));
});

test('a ride is a zip of 12 to 25 minutes with heart rate, and with position on hacks alone', async () => {
  for (const kind of ['hack', 'lunge'] as const) {
    const ride = luna.rides.find((one) => one.kind === kind)!;
    const seconds = ride.simulate().time.at(-1)!;
    assert.ok(seconds >= 720 && seconds <= 1500, `${kind} ${seconds}`);
    const { name, bytes } = await ride.write();
    assert.match(name, new RegExp(`^\\d{4}-\\d\\d-\\d\\d-luna-${kind}\\.zip$`));
    assert.ok(bytes.length < 2_000_000);
    const text = Buffer.from(bytes).toString('latin1');
    assert.ok(text.includes('HeartRate.csv'));
    assert.equal(text.includes('Location.csv'), kind === 'hack');
  }
});

test('the same stable has the same bytes, another seed has others', async () => {
  const ride = async (seed: number) =>
    Buffer.from((await demoStable({ now, language: 'en', seed }).horses[1].rides[4].write()).bytes);
  const once = await ride(3);
  assert.ok(once.equals(await ride(3)));
  assert.ok(!once.equals(await ride(4)));
});

/** Truths of the first and the last flatwork of a horse. */
const firstAndLast = ({ rides }: (typeof stable.horses)[number]) => {
  const flatwork = rides.filter(({ kind }) => kind === 'flatwork');
  return [flatwork[0], flatwork.at(-1)!].map((ride) => ride.simulate().truth);
};

test('Luna stays as she is', () => {
  const [first, last] = firstAndLast(luna).map(({ metrics }) => metrics);
  near(last.symmetry.maxDiff.value!, first.symmetry.maxDiff.value!, 2);
  near(last.heartRate.recovery.value!, first.heartRate.recovery.value!, 15);
  near(last.gaits.trot.cadence.value!, first.gaits.trot.cadence.value!, 3);
});

test('Vento gets fitter: longer canters with a lower heart rate, a quicker recovery, steadier strides', () => {
  const [first, last] = firstAndLast(vento);
  assert.ok(last.metrics.gaits.canter.time.value! > 1.6 * first.metrics.gaits.canter.time.value!);
  assert.ok(last.metrics.heartRate.max.value! < first.metrics.heartRate.max.value!);
  assert.ok(last.metrics.heartRate.recovery.value! < first.metrics.heartRate.recovery.value! - 20);
  assert.ok(last.strideVariation.trot! < 0.8 * first.strideVariation.trot!);
});

test("the half-strides of Brisa's trot differ by 6 to 8 mm more from week nine on, on at least three like rides", () => {
  const [first, last] = firstAndLast(brisa).map(({ metrics }) => metrics.symmetry);
  for (const figure of ['minDiff', 'maxDiff'] as const) {
    const growth = last[figure].value! - first[figure].value!;
    assert.ok(growth > 4.5 && growth < 9.5, `${figure} ${growth}`);
  }
  const ninthWeek = now.getTime() - 28.7 * day;
  const flatwork = brisa.rides.filter(({ kind }) => kind === 'flatwork');
  const after = flatwork.filter(({ startedAt }) => Date.parse(startedAt) > ninthWeek);
  assert.ok(after.length >= 4 && flatwork.length - after.length >= 8);
  assert.ok(brisa.events.some(({ kind, at }) => kind === 'shoeing' && Date.parse(at) > ninthWeek - 8 * day));
  assert.ok(brisa.events.some(({ kind, at }) => kind === 'treatment' && Date.parse(at) > ninthWeek));
});

test('nothing that is written names a diagnosis', () => {
  for (const words of [en, fr, de])
    assert.doesNotMatch(JSON.stringify(words), /lame|injur|disease|boite|lahm|verletz|krank|malad|bless/i);
});

const near = (value: number, to: number, tolerance: number) =>
  assert.ok(Math.abs(value - to) <= tolerance, `${value} is not ${to}`);
