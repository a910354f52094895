import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiAs } from '../support/api.fixture.ts';
import { analysed } from './analysed.ts';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

/** What nobody but its owner gets to see, administrators included. */
export const strangers: Suite = (tested) => {
  test('what belongs to somebody is not there for anybody else, whatever they try', async () => {
    const { guest, administrator } = await tested();
    const [mine, theirs] = [await guest(), await guest()];
    const horse = await mine.program.addHorse('Luna');
    const { session } = await mine.program.upload(horse, Buffer.from('no recording'));
    await analysed(mine.program, session.id);
    const rider = (await (await mine.program.send('POST', '/riders', { name: 'Me' })).json()) as {
      id: string;
    };
    const ride = `/sessions/${session.id}`;
    const asked: readonly (readonly [method: string, path: string, code: string, body?: object])[] = [
      ['GET', ride, 'session-not-found'],
      ['GET', `${ride}/result`, 'session-not-found'],
      ['GET', `${ride}/series`, 'session-not-found'],
      ['GET', `${ride}/recording`, 'session-not-found'],
      ['GET', `${ride}/events`, 'session-not-found'],
      ['PATCH', ride, 'session-not-found', { type: 'theirs' }],
      ['DELETE', ride, 'session-not-found'],
      ['PUT', `${ride}/trim`, 'session-not-found', { from: 0, to: 10 }],
      ['POST', `${ride}/notes`, 'session-not-found', { text: 'theirs' }],
      ['GET', `/horses/${horse}`, 'horse-not-found'],
      ['GET', `/horses/${horse}/events`, 'horse-not-found'],
      ['GET', `/horses/${horse}/trends`, 'horse-not-found'],
      ['GET', `/horses/${horse}/usual?session=${session.id}`, 'horse-not-found'],
      ['PATCH', `/horses/${horse}`, 'horse-not-found', { name: 'Theirs' }],
      ['DELETE', `/riders/${rider.id}`, 'rider-not-found'],
    ];
    for (const other of [theirs.browser, administrator])
      for (const [method, path, code, body] of asked) {
        const answer =
          body === undefined ? await other.fetch(path, { method }) : await other.send(method, path, body);
        await refused(answer, 404, code);
      }
    assert.deepEqual(await theirs.program.all('/sessions'), []);
    const now = await mine.program.session(session.id);
    assert.deepEqual([now.context.type, now.notes, now.removedAt], [null, [], null]);
  });

  test('who says nothing of themselves, or something that is not so, gets nothing', async () => {
    const { url } = await tested();
    const nobody = [{}, { authorization: 'Bearer nonsense' }, { cookie: 'piaffe=nonsense' }];
    for (const headers of nobody)
      for (const path of ['/sessions', '/horses', '/account', '/events', '/export', '/admin/server'])
        await refused(await apiAs(url, headers).fetch(path), 401, 'not-signed-in');
  });

  test('only an administrator runs the server', async () => {
    const { guest, administrator } = await tested();
    const { browser } = await guest();
    for (const path of ['/admin/server', '/admin/troubled', '/accounts', '/invitations'])
      await refused(await browser.fetch(path), 403, 'not-allowed');
    await refused(await browser.send('POST', '/invitations', {}), 403, 'not-allowed');
    for (const path of ['/admin/server', '/admin/troubled', '/accounts', '/work'])
      assert.equal((await administrator.fetch(path)).status, 200, path);
  });

  test('who is suspended is out at once, by browser and by token, and in again when let in', async () => {
    const { guest, administrator } = await tested();
    const { name, browser, program } = await guest();
    const accounts = await administrator.all<{ id: string; name: string }>('/accounts');
    const { id } = accounts.find((each) => each.name === name)!;
    await administrator.send('PATCH', `/accounts/${id}`, { suspended: true });
    for (const api of [browser, program]) await refused(await api.fetch('/horses'), 401, 'not-signed-in');
    await administrator.send('PATCH', `/accounts/${id}`, { suspended: false });
    assert.equal((await program.fetch('/horses')).status, 200);
  });
};
