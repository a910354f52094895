import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import { createAttempts } from './attempts.ts';
import { failing, from, openAuth, outcomes, password } from './testing/auth.fixture.ts';
import { hour, minute } from './times.ts';

const wrong = 'Otter lamp fourteen!';

/** Seconds to wait, or null when the attempt may be made; it is taken back then. */
function waitOf(attempt: () => Disposable): number | null {
  try {
    attempt()[Symbol.dispose]();
    return null;
  } catch (error) {
    return ((error as Failure).details as { retryAfter: number }).retryAfter;
  }
}

function clocked() {
  let at = 0;
  const attempts = createAttempts(() => new Date(at));
  return {
    attempts,
    forward(milliseconds: number) {
      at += milliseconds;
    },
    guess(address: string, account: string) {
      attempts.atPassword(address, account).wrong();
    },
    wait: (address: string, account: string) => waitOf(() => attempts.atPassword(address, account)),
  };
}

test('after ten wrong passwords an address waits at that account, and the right one does not help before', async () => {
  await using auth = await openAuth();
  await auth.member('Owner');
  for (let times = 0; times < 10; times++) {
    await assert.rejects(
      auth.client.signIn({ name: 'Owner', password: wrong, from }),
      failing('credentials-wrong'),
    );
  }
  const right = { name: 'Owner', password, from };
  await assert.rejects(auth.client.signIn(right), (error) => {
    assert.ok(failing('too-many-attempts')(error));
    assert.deepEqual((error as Failure).details, {
      detail: 'There were too many wrong attempts. Try again in 30 seconds.',
      retryAfter: 30,
    });
    return true;
  });
  auth.clock.forward(30_000);
  await auth.client.signIn(right);
});

test('a stranger who keeps guessing does not lock the owner out, who comes from another address', async () => {
  await using auth = await openAuth();
  await auth.member('Owner');
  for (let times = 0; times < 200; times++) {
    auth.clock.forward(1000);
    const guess = auth.client.signIn({ name: 'Owner', password: wrong, from: '203.0.113.9' });
    await assert.rejects(guess, Failure);
  }
  await auth.client.signIn({ name: 'Owner', password, from });
});

test('spelling the name in another way is no other account, whether or not there is one', async () => {
  await using auth = await openAuth();
  await auth.member('Known');
  for (const name of ['known', 'stray']) {
    const spellings = [
      name,
      ` ${name}`,
      `${name} `,
      name.normalize('NFKC').replace('n', 'ｎ').replace('s', 'ｓ'),
    ];
    for (let at = 0; at < name.length; at++) {
      spellings.push(name.slice(0, at) + name.slice(at).toUpperCase());
    }
    const guess = (spelling: string) => auth.client.signIn({ name: spelling, password: wrong, from });
    for (const spelling of spellings) await assert.rejects(guess(spelling), failing('credentials-wrong'));
    await assert.rejects(guess(name), failing('credentials-wrong'));
    await assert.rejects(guess(name), failing('too-many-attempts'));
  }
});

test('signing in forgives what was mistyped before, and makes the address familiar to the account', async () => {
  await using auth = await openAuth();
  await auth.member('Owner');
  const signIn = (address: string, chosen: string) =>
    auth.client.signIn({ name: 'Owner', password: chosen, from: address });
  for (let round = 0; round < 2; round++) {
    for (let times = 0; times < 9; times++) {
      await assert.rejects(signIn(from, wrong), failing('credentials-wrong'));
    }
    await signIn(from, password);
  }
  for (let times = 0; times < 100; times++) {
    await assert.rejects(signIn(`198.51.100.${times}`, wrong), Failure);
  }
  await assert.rejects(signIn('203.0.113.9', password), failing('too-many-attempts'));
  await signIn(from, password);
});

test('of many guesses at once no more are checked than one after the other', async () => {
  await using auth = await openAuth();
  await auth.member('Owner');
  const guesses = Array.from({ length: 15 }, () =>
    auth.client.signIn({ name: 'Owner', password: wrong, from }),
  );
  const { codes } = await outcomes(guesses);
  assert.deepEqual(codes, [...Array(10).fill('credentials-wrong'), ...Array(5).fill('too-many-attempts')]);
});

test('what was refused as busy is not counted as wrong', async () => {
  await using auth = await openAuth();
  await auth.member('Owner');
  const crowd = Array.from({ length: 18 }, (_, at) =>
    auth.client.signIn({ name: `Unknown ${at}`, password, from: `198.51.100.${at}` }),
  );
  const turnedAway = Array.from({ length: 10 }, () => auth.client.signIn({ name: 'Owner', password, from }));
  assert.deepEqual((await outcomes(turnedAway)).codes, Array(10).fill('busy'));
  await outcomes(crowd);
  await auth.client.signIn({ name: 'Owner', password, from });
});

test('each further wrong password doubles the wait, up to a quarter of an hour', () => {
  const { guess, wait, forward } = clocked();
  for (let times = 0; times < 10; times++) guess(from, 'owner');
  const waits: (number | null)[] = [];
  for (let times = 0; times < 20; times++) {
    const seconds = wait(from, 'owner');
    waits.push(seconds);
    forward(seconds! * 1000);
    assert.equal(wait(from, 'owner'), null);
    guess(from, 'owner');
  }
  assert.deepEqual(waits.slice(0, 5), [30, 60, 120, 240, 480]);
  assert.equal(Math.max(...waits.map((seconds) => seconds!)), 900);
});

test('a wait ends at its last millisecond, not before', () => {
  const { guess, wait, forward } = clocked();
  for (let times = 0; times < 10; times++) guess(from, 'owner');
  forward(29_999);
  assert.equal(wait(from, 'owner'), 1);
  forward(1);
  assert.equal(wait(from, 'owner'), null);
});

test('who keeps guessing for a day gets about a hundred guesses at one account', () => {
  const { guess, wait, forward } = clocked();
  let guesses = 0;
  for (let minutes = 0; minutes < 24 * 60; minutes++) {
    while (wait(from, 'owner') === null) {
      guess(from, 'owner');
      guesses++;
    }
    forward(minute);
  }
  assert.ok(guesses > 50 && guesses < 130, `${guesses}`);
});

test('wrong passwords are forgotten with time, and by the right one at that account and address', () => {
  const { attempts, guess, wait, forward } = clocked();
  for (let times = 0; times < 10; times++) guess(from, 'owner');
  assert.equal(wait(from, 'owner'), 30);
  forward(3 * hour);
  for (let times = 0; times < 9; times++) guess(from, 'owner');
  assert.equal(wait(from, 'owner'), null);
  attempts.atPassword(from, 'owner').right();
  for (let times = 0; times < 9; times++) guess(from, 'owner');
  assert.equal(wait(from, 'owner'), null);
});

test('an address that tries many accounts waits after fifty, and signing in to its own does not help', () => {
  const { attempts, guess, wait } = clocked();
  for (let times = 0; times < 50; times++) {
    attempts.atPassword(from, 'its own').right();
    guess(from, `account ${times}`);
  }
  assert.equal(wait(from, 'another'), 30);
  assert.equal(wait('192.0.2.2', 'another'), null);
});

test('an account that is tried from everywhere waits after a hundred, but not where somebody signed in before', () => {
  const { attempts, guess, wait } = clocked();
  attempts.atPassword(from, 'owner').right();
  for (let times = 0; times < 100; times++) guess(`198.51.100.${times}`, 'owner');
  assert.equal(wait('203.0.113.9', 'owner'), 30);
  assert.equal(wait(from, 'owner'), null);
  assert.equal(wait('203.0.113.9', 'another'), null);
});

test('of addresses without number the ten thousand are remembered that were used last', () => {
  const { guess, wait } = clocked();
  const crowd = (size: number, name: string) => {
    for (let at = 0; at < size; at++) guess(`${name} ${at}`, `account ${at}`);
  };
  for (let times = 0; times < 9; times++) guess(from, 'owner');
  crowd(5_000, 'early');
  guess(from, 'owner');
  crowd(9_999, 'late');
  assert.equal(wait(from, 'owner'), 30);
  guess('the last', 'account');
  assert.equal(wait(from, 'owner'), null);
});

test('an attempt that is neither right nor wrong, as the check failed, is taken back', () => {
  const { attempts, guess, wait } = clocked();
  for (let times = 0; times < 9; times++) guess(from, 'owner');
  for (let times = 0; times < 9; times++) attempts.atPassword(from, 'owner')[Symbol.dispose]();
  assert.equal(wait(from, 'owner'), null);
  guess(from, 'owner');
  assert.equal(wait(from, 'owner'), 30);
});

test('strangers behind the same address do not hold up whoever signed in from there before, whatever they try', async () => {
  for (const attack of ['passwords', 'links'] as const) {
    await using auth = await openAuth();
    const rider = await auth.member('Alice');
    for (let times = 0; times < 55; times++) {
      const guess =
        attack === 'links'
          ? auth.client.signInWithLink({ secret: 'x'.repeat(43), from })
          : auth.client.signIn({ name: `nobody ${times}`, password: wrong, from });
      await assert.rejects(guess, Failure);
    }
    assert.deepEqual(
      (await auth.client.signIn({ name: 'Alice', password, from })).account,
      rider.account,
      attack,
    );
  }
});

test('wrong links do not make passwords wait, nor wrong passwords links', () => {
  const { attempts, guess, wait } = clocked();
  for (let times = 0; times < 50; times++) attempts.wrongLink(from);
  assert.throws(() => attempts.wrongLink(from), failing('too-many-attempts'));
  assert.equal(wait(from, 'owner'), null);
  const address = '192.0.2.7';
  for (let times = 0; times < 50; times++) guess(address, `account ${times}`);
  assert.equal(wait(address, 'owner'), 30);
  attempts.wrongLink(address);
});

test('a familiar address still waits after ten wrong passwords at the account it is familiar to', () => {
  const { attempts, guess, wait } = clocked();
  attempts.signedIn(from, 'owner');
  for (let times = 0; times < 50; times++) guess(from, `account ${times}`);
  assert.equal(wait(from, 'owner'), null);
  for (let times = 0; times < 10; times++) guess(from, 'owner');
  assert.equal(wait(from, 'owner'), 30);
});
