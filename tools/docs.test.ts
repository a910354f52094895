import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parts } from '../.dependency-cruiser.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const pages = ['', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const read = (page: string) => readFileSync(join(root, page), 'utf8');

test('ARCHITECTURE shows the parts and who may need whom as the boundaries check them', () => {
  const shown = /<!-- parts -->\n(.*?)<!-- \/parts -->/s.exec(read('docs/ARCHITECTURE.md'))?.[1];
  assert.equal(shown, partsSection(), `between the marks has to stand:\n${partsSection()}`);
});

test('every link from one page to another, or to a folder, leads somewhere', () => {
  for (const page of pages) {
    for (const [, target = ''] of read(page).matchAll(/\]\((?!\w+:|#)([^)#]+)/g)) {
      assert.ok(
        existsSync(join(root, dirname(page), target)),
        `${page} links to ${target}, which is not there`,
      );
    }
  }
});

test('every command that a page tells to run exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const page of pages) {
    for (const [, script = ''] of read(page).matchAll(/npm (?:run )?(start|test|(?<=run )\w+)\b/g)) {
      if (script === 'schemas' || script === 'generate') continue;
      assert.ok(script in scripts, `${page} tells to run "npm ${script}"`);
    }
  }
});

/** The table and the drawing, as Markdown. */
function partsSection(): string {
  const rows = parts.map(({ folder, mayNeed, because }) => {
    const { description } = JSON.parse(read(`${folder}/package.json`));
    return `| \`${folder}\` | ${description} | ${mayNeed.map(short).join(', ') || 'nothing of ours'} | ${because} |`;
  });
  const arrows = parts.flatMap(({ folder, mayNeed }) =>
    mayNeed.map((other) => `  ${short(folder)} --> ${short(other)}`),
  );
  return [
    '| part | what it is | may need | because |',
    '|---|---|---|---|',
    ...rows,
    '',
    '```mermaid',
    'flowchart LR',
    ...arrows,
    '```',
    '',
  ].join('\n');
}

function short(folder: string): string {
  return folder.replace(/^\w+\//, '');
}
