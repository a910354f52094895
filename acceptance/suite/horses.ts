import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export const horses: Suite = (tested) => {
  test('horses are added, listed by name, changed and archived', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const [vento, brisa] = [await program.addHorse('Vento'), await program.addHorse('Brisa')];
    const names = async (query = '') => (await program.all<Named>(`/horses${query}`)).map(({ name }) => name);
    const page = await program.json<{ items: Named[]; next: string }>('/horses?limit=1');
    assert.deepEqual(
      page.items.map(({ id }) => id),
      [brisa],
    );
    const second = await program.json<{ items: Named[]; next: null }>(`/horses?limit=1&after=${page.next}`);
    assert.deepEqual([second.items.map(({ id }) => id), second.next], [[vento], null]);
    const changed = await program.send('PATCH', `/horses/${vento}`, { breed: 'Lusitano', archived: true });
    assert.equal(((await changed.json()) as { breed: string }).breed, 'Lusitano');
    assert.deepEqual(await program.all<Named>('/horses').then((all) => all.map(({ name }) => name)), [
      'Brisa',
    ]);
    const { items } = await program.json<{ items: Named[] }>('/horses?archived=true');
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Vento'],
    );
    assert.deepEqual(await names(), ['Brisa']);
    const mars = await program.send('POST', '/horses', { name: 'Luna', timeZone: 'Mars/Olympus' });
    await refused(mars, 422, 'time-zone-not-known');
  });

  test('what happens to a horse is written down, changed and taken back', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const path = `/horses/${await program.addHorse('Luna')}/events`;
    const event = { at: '2026-05-04T16:00:00.000Z', kind: 'shoeing', text: 'New shoes' };
    const { id } = (await (await program.send('POST', path, event)).json()) as Named;
    const changed = await program.send('PATCH', `${path}/${id}`, { text: 'New shoes in front' });
    assert.equal(changed.status, 200);
    const [kept] = await program.all<typeof event>(path);
    assert.deepEqual([kept?.at, kept?.kind, kept?.text], [event.at, event.kind, 'New shoes in front']);
    const removed = await program.fetch(`${path}/${id}`, { method: 'DELETE' });
    assert.equal(removed.status, 204);
    assert.deepEqual(await program.all(path), []);
  });

  test('riders have names', async () => {
    const { guest } = await tested();
    const { program, browser } = await guest();
    const { id } = (await (await program.send('POST', '/riders', { name: 'Me' })).json()) as Named;
    await program.send('PATCH', `/riders/${id}`, { name: 'Me, myself' });
    assert.deepEqual(
      (await program.all<Named>('/riders')).map(({ name }) => name),
      ['Me, myself'],
    );
    assert.equal((await browser.fetch(`/riders/${id}`, { method: 'DELETE' })).status, 204);
    await refused(await program.fetch(`/riders/${id}`), 404, 'rider-not-found');
  });

  test('a horse is deleted with its rides, by somebody in person', async () => {
    const { guest } = await tested();
    const { program, browser } = await guest();
    const horse = await program.addHorse('Luna');
    const { session } = await program.upload(horse, Buffer.from('no recording'));
    await refused(await program.fetch(`/horses/${horse}`, { method: 'DELETE' }), 403, 'token-not-allowed');
    assert.equal((await browser.fetch(`/horses/${horse}`, { method: 'DELETE' })).status, 204);
    await refused(await program.fetch(`/horses/${horse}`), 404, 'horse-not-found');
    await refused(await program.fetch(`/sessions/${session.id}`), 404, 'session-not-found');
  });
};
