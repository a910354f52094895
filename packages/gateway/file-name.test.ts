import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attachmentNamed, safeFileName } from './file-name.ts';

const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('..', '/', '\\', '"', ';', '\r\n', '\u202e', 'ö', '🐴', ' ', '.', 'a', '\ud800'))
    .map((parts) => parts.join('')),
);

test('whatever a file was called, its name is one, has no path, and misleads nobody', () => {
  fc.assert(
    fc.property(names, (name) => {
      const safe = safeFileName(name);
      assert.match(safe, /[^.\s]/);
      assert.doesNotMatch(safe, /[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]|^\.+$/u);
      assert.ok(safe.length <= 200 && safe.isWellFormed());
      assert.equal(safeFileName(safe), safe);
    }),
  );
});

test('whatever a file was called, a download of it has a well-formed header that gives the name back', () => {
  fc.assert(
    fc.property(names, (name) => {
      const [, plain = '', encoded = ''] =
        /^attachment; filename="([ -~]*)"; filename\*=UTF-8''([\w.!#$&+^`|~%-]+)$/.exec(
          attachmentNamed(name),
        ) ?? [];
      assert.doesNotMatch(plain, /["\\]/);
      assert.equal(decodeURIComponent(encoded), safeFileName(name));
    }),
  );
});
