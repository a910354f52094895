import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contrast } from '../../testing/contrast.fixture.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const schemes = { light: colours(lightCss), dark: colours(darkCss) };

/** WCAG 2.2 AA: 4.5 for text, 3 for what one has to see to use a control. */
const text = [
  ...['ground', 'card', 'sunk'].flatMap((on) => ['ink', 'soft', 'accent'].map((what) => [what, on] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['soft', 'accent-soft'],
  ['soft', 'bad-soft'],
  ['soft', 'warn-soft'],
  ['bad', 'card'],
  ['bad', 'bad-soft'],
  ['ink', 'bad-soft'],
  ['warn', 'card'],
  ['warn', 'warn-soft'],
  ['ink', 'warn-soft'],
] as const;
const controls = ['ground', 'card', 'sunk'].flatMap((on) => [
  ['edge', on] as const,
  ['focus', on] as const,
  ['accent', on] as const,
]);

for (const [name, scheme] of Object.entries(schemes)) {
  test(`every text and every control can be seen on its ground in the ${name} scheme`, () => {
    for (const [pairs, least] of [
      [text, 4.5],
      [controls, 3],
    ] as const) {
      for (const [what, on] of pairs) {
        const found = contrast(scheme[what] ?? '', scheme[on] ?? '');
        assert.ok(found >= least, `${what} on ${on}: ${found.toFixed(2)}, at least ${least}`);
      }
    }
  });
}

function colours(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
