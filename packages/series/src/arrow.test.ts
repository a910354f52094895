import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tableFromIPC } from 'apache-arrow';
import { toArrow } from './arrow.ts';
import type { Series } from './series.ts';

const ride: Series = {
  time: [0, 1, 2, 3, 4, 5, 6, 7, 8],
  columns: [
    { name: 'cadence', unit: '1/min', values: [null, 77.3, 78, null, null, 79.1, 80, 81.2, null] },
    { name: 'activity', unit: 'g', values: [0.01, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] },
    { name: 'none', unit: 'g', values: [null, null, null, null, null, null, null, null, null] },
  ],
};

test("Arrow's own reader finds the columns, their numbers, nulls and units", async () => {
  const table = tableFromIPC(await toArrow(ride));
  assert.deepEqual(
    table.schema.fields.map(({ name, type, metadata }) => [name, String(type), metadata.get('unit')]),
    [
      ['time', 'Float64', 's'],
      ['cadence', 'Float64', '1/min'],
      ['activity', 'Float64', 'g'],
      ['none', 'Float64', 'g'],
    ],
  );
  assert.deepEqual([...table.getChild('time')!], ride.time);
  for (const { name, values } of ride.columns) {
    const column = table.getChild(name)!;
    assert.deepEqual([...column], values);
    assert.equal(column.nullCount, values.filter((value) => value === null).length);
  }
});

test('an empty series is a table without rows', async () => {
  const table = tableFromIPC(await toArrow({ time: [], columns: [{ name: 'x', unit: 'g', values: [] }] }));
  assert.equal(table.numRows, 0);
  assert.equal(table.schema.fields.length, 2);
});

test('a file, and not a stream: it begins and ends with its mark', async () => {
  const bytes = Buffer.from(await toArrow(ride));
  assert.equal(bytes.subarray(0, 6).toString(), 'ARROW1');
  assert.equal(bytes.subarray(-6).toString(), 'ARROW1');
});

test('a column that has not one value for each time is refused', async () => {
  await assert.rejects(
    toArrow({ time: [0, 1], columns: [{ name: 'x', unit: 'g', values: [1] }] }),
    RangeError,
  );
});

const python = ['python3', 'python'].find(
  (command) => spawnSync(command, ['-c', 'import pyarrow.ipc']).status === 0,
);

test('pyarrow reads the same', {
  skip: python === undefined && 'there is no Python with pyarrow',
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-arrow-'));
  try {
    const file = join(folder, 'series.arrow');
    await writeFile(file, await toArrow(ride));
    const script = `
import json, sys, pyarrow.ipc as ipc
table = ipc.open_file(sys.argv[1]).read_all()
print(json.dumps([[f.name, f.metadata[b"unit"].decode(), table[f.name].to_pylist()] for f in table.schema]))`;
    const { stdout, stderr } = spawnSync(python!, ['-c', script, file], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.deepEqual(JSON.parse(stdout), [
      ['time', 's', ride.time],
      ...ride.columns.map(({ name, unit, values }) => [name, unit, values]),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
