import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { streamOf } from '../../testing/ride.fixture.ts';
import { readJson } from './read-json.ts';

type Seen = [string, number][];

/** Numbers of a document with their path, by the parser that Node has. */
function numbersIn(value: unknown, path: string, seen: Seen = []): Seen {
  if (typeof value === 'number') seen.push([path, value]);
  else if (Array.isArray(value)) for (const each of value) numbersIn(each, `${path}/`, seen);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) numbersIn(each, `${path}/${name}`, seen);
  return seen;
}

async function read(text: string, chunkBytes: number) {
  const seen: Seen = [];
  let depth = 0;
  const { brokenAt } = await readJson(streamOf(text, chunkBytes), {
    open: () => void depth++,
    close: () => void depth--,
    number: (path, value) =>
      void seen.push([
        path
          .slice(1)
          .map((name) => `/${name}`)
          .join(''),
        value,
      ]),
  });
  return { seen, brokenAt, depth };
}

const names = fc.stringMatching(/^[A-Za-z_][\w ]{0,8}$/).filter((name) => name !== '__proto__');
const document = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
      .map((value) => Number(value.toPrecision(12))),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('every number of a document is found at its place, wherever a chunk ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 50 }),
      async (value, indented, chunkBytes) => {
        const text = JSON.stringify(value, null, indented ? 2 : undefined);
        const { seen, brokenAt, depth } = await read(text, chunkBytes);
        assert.equal(brokenAt, null);
        assert.equal(depth, 0);
        const wanted = numbersIn(JSON.parse(text), '');
        assert.deepEqual(
          seen.map(([path]) => path),
          wanted.map(([path]) => path),
        );
        for (const [i, [, number]] of wanted.entries())
          assert.ok(Math.abs(seen[i]![1] - number) <= Math.abs(number) * 1e-14);
      },
    ),
    { numRuns: 300 },
  );
});

test('what Node refuses, and is not several documents, is broken here too', async () => {
  const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'null', ' ', 'x'), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(pieces, async (list) => {
      const text = `[${list.join('')}]`;
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const { brokenAt } = await read(text, 3);
      // "[1] [2]" is two documents, of which each is one.
      if (isJson) assert.equal(brokenAt, null, text);
      else if (!/\]\s*[[{]/.test(text) && !/[\]}]\s*["\dnx]/.test(text))
        assert.notEqual(brokenAt, null, text);
    }),
    { numRuns: 2000 },
  );
});

test('a number that is a document by itself has the place of a document', async () => {
  const paths: string[][] = [];
  const number = (path: readonly string[]) => void paths.push([...path]);
  await readJson(streamOf('1\n{"a":2}\n3 [4]', 2), { open: () => {}, close: () => {}, number });
  assert.deepEqual(paths, [[''], ['', 'a'], [''], ['', '']]);
});

test('a text without end, and brackets without end, are not taken into memory', async () => {
  assert.match((await read(`["${'a'.repeat(70_000)}"]`, 1000)).brokenAt!.problem, /does not end/);
  assert.match((await read('['.repeat(100), 7)).brokenAt!.problem, /64 levels/);
});
