import assert from 'node:assert/strict';
import { test } from 'node:test';
import { follow } from '../support/event-stream.fixture.ts';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

/** What happens to rides, told as it happens. */
export const events: Suite = (tested) => {
  test('what happens to one’s rides is told as it happens, and nothing of anybody else’s', async () => {
    const { guest } = await tested();
    const [mine, theirs] = [(await guest()).program, (await guest()).program];
    await using stream = await follow(mine, '/events');
    await stream.until(/retry: \d+\n\n/);
    const other = await theirs.upload(await theirs.addHorse('Vento'), Buffer.from('no recording'));
    const { session } = await mine.upload(await mine.addHorse('Luna'), Buffer.from('none either'));
    const told = await stream.until(/event: failed\n/);
    assert.match(told, /id: \S+\nevent: state\ndata: \{.*"state":"queued".*\}\n\n/);
    assert.ok(told.includes(session.id));
    assert.ok(!told.includes(other.session.id));
  });

  test('whoever comes back with the last id is told what happened meanwhile, once', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const horse = await program.addHorse('Luna');
    let last = '';
    {
      await using first = await follow(program, '/events');
      await first.until(/retry/);
      await program.upload(horse, Buffer.from('no recording'));
      last = first.lastIdIn(await first.until(/event: failed/));
    }
    const missed = await program.upload(horse, Buffer.from('another that is none'));
    await program.settled(missed.session.id);
    await using second = await follow(program, '/events', { 'last-event-id': last });
    const told = await second.until(/event: failed/);
    const sessions = new Set([...told.matchAll(/"session":"(\w+)"/g)].map(([, id]) => id));
    assert.deepEqual([...sessions], [missed.session.id]);
  });

  test('one ride can be followed alone, by its owner', async () => {
    const { guest } = await tested();
    const [mine, theirs] = [(await guest()).program, (await guest()).program];
    const { session } = await mine.upload(await mine.addHorse('Luna'), Buffer.from('no recording'));
    await using stream = await follow(mine, `/sessions/${session.id}/events`);
    await stream.until(/event: failed/);
    await refused(await theirs.fetch(`/sessions/${session.id}/events`), 404, 'session-not-found');
  });
};
