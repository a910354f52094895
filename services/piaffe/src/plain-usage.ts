import { harmlessLines } from './harmless.ts';

/** What commander says about wrong usage, and how to say it to people who do not write parsers. */
const plainer: readonly (readonly [RegExp, string])[] = [
  [/^error: command-argument value '(.*?)' is invalid for argument '[^']*'\./s, 'error: "$1" will not do.'],
  [/^error: option '[^']*?(--[\w-]+)[^']*' argument '(.*?)' is invalid\./s, 'error: $1 "$2" will not do.'],
  [/^error: option '[^']*?(--[\w-]+) (.+)' argument missing/, 'error: nothing follows $1, which needs $2'],
  [/^error: required option '(.+)' not specified/, 'error: $1 is missing'],
  [/^error: missing required argument '(.+)'/, 'error: no $1 is given'],
  [
    /^error: too many arguments( for '.+?')?\. Expected (\d+) arguments? but got (\d+)/,
    'error: too many words$1: it takes $2, not $3',
  ],
];

/** One of commander's complaints in plain words; any other text as it is. What steers a terminal is left out. */
export function plainUsage(complaint: string): string {
  const safe = harmlessLines(complaint);
  for (const [pattern, replacement] of plainer) {
    if (pattern.test(safe)) return safe.replace(pattern, replacement);
  }
  return safe;
}
