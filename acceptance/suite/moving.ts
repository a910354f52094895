import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '@piaffe/sessions/contract';
import { sha256 } from '../support/api.fixture.ts';
import { shortRides } from '../support/rides.fixture.ts';
import { analysed } from './analysed.ts';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

interface Report {
  readonly stopped: unknown;
  readonly rides: readonly { readonly state: string; readonly session: string | null }[];
}

/** Everything of one person, out of one account and into another. */
export const moving: Suite = (tested) => {
  test('what one account exports another imports: rides, notes, recordings byte for byte', async () => {
    const { guest } = await tested();
    const [from, to] = [await guest(), await guest()];
    const horse = await from.program.addHorse('Luna');
    const bytes = shortRides().ride(30);
    const { session } = await from.program.upload(horse, bytes, '&startedAt=2026-05-04T10:00:00.000Z');
    await from.program.send('POST', `/sessions/${session.id}/notes`, { text: 'A good day' });
    await analysed(from.program, session.id);

    const zip = await from.program.fetch('/export');
    assert.equal(zip.headers.get('content-type'), 'application/zip');
    const brought = await to.program.fetch('/imports', { method: 'POST', body: await zip.bytes() });
    const report = (await brought.json()) as Report;
    assert.equal(report.stopped, null);
    const [ride] = report.rides;
    assert.equal(ride?.state, 'new');
    const there: Session = await analysed(to.program, ride?.session ?? '');
    assert.deepEqual([there.state, there.notes[0]?.text], ['done', 'A good day']);
    const raw = await to.program.fetch(`/sessions/${there.id}/recording`);
    assert.equal(sha256(await raw.bytes()), sha256(bytes));
    const result = (program: typeof to.program, id: string) =>
      program.json<{ metrics: object }>(`/sessions/${id}/result`);
    assert.deepEqual(
      (await result(to.program, there.id)).metrics,
      (await result(from.program, session.id)).metrics,
    );
  });

  test('what is no export is refused', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const answer = await program.fetch('/imports', { method: 'POST', body: Buffer.from('PK, but no zip') });
    await refused(answer, 422, 'export-not-valid');
  });
};
