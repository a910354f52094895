import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProgram } from '../../testing/program.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { tinyDisk, whyNoTinyDisk } from '../../testing/tiny-disk.fixture.ts';

const attempts = Number(process.env.PIAFFE_FULL_DISKS ?? 48);

test('wherever the disk runs out, nothing acknowledged is lost, reads go on, and it recovers alone', async (t) => {
  const why = whyNoTinyDisk();
  if (why !== null) return t.skip(why);
  const disk = await temporaryFolder(t);
  const program = runProgram(t, 'fill-disk.fixture.ts', [disk, String(attempts)], {
    prefix: tinyDisk(disk, 8_000_000),
  });
  await program.ended();
  const [opening, ...lines] = program.lines;
  assert.equal(opening, 'not opened: full');
  assert.equal(lines.pop(), 'in the end true');
  const counts = Object.groupBy(lines, (line) => line);
  assert.deepEqual(Object.keys(counts).sort(), ['kept', 'refused storage full true'], lines.join('\n'));
  t.diagnostic(
    `${counts['refused storage full true']?.length} attempts on a full disk, ${counts.kept?.length} kept`,
  );
});
