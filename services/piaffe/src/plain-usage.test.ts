import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Argument, Command, CommanderError, Option } from 'commander';
import { plainUsage } from './plain-usage.ts';

function complaintAbout(...words: string[]): string {
  let complaint = '';
  const outputError = (text: string) => {
    complaint += plainUsage(text);
  };
  const command = new Command('ride')
    .addArgument(new Argument('<gait>', '').choices(['walk', 'trot']))
    .requiredOption('--out <file>')
    .addOption(new Option('-m, --mount <place>').choices(['girth', 'saddle']))
    .exitOverride()
    .configureOutput({ outputError });
  assert.throws(() => command.parse(words, { from: 'user' }), CommanderError);
  return complaint;
}

test('wrong usage is told in words that need no knowledge of parsers', () => {
  assert.equal(
    complaintAbout("it's", '--out', 'x'),
    'error: "it\'s" will not do. Allowed choices are walk, trot.\n',
  );
  assert.equal(
    complaintAbout('walk', '--out', 'x', '--mount', 'tail'),
    'error: --mount "tail" will not do. Allowed choices are girth, saddle.\n',
  );
  assert.equal(complaintAbout('--out', 'x'), 'error: no gait is given\n');
  assert.equal(complaintAbout('walk'), 'error: --out <file> is missing\n');
  assert.equal(complaintAbout('walk', '--out'), 'error: nothing follows --out, which needs <file>\n');
  assert.equal(
    complaintAbout('walk', 'trot', '--out', 'x'),
    'error: too many words: it takes 1, not 2: walk, trot.\n',
  );
});

test('what is plain already is left as it is', () => {
  assert.equal(
    complaintAbout('walk', '--out', 'x', '--moun', 'saddle'),
    "error: unknown option '--moun'\n(Did you mean --mount?)\n",
  );
});
