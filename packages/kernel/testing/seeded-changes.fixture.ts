import { type TSchema, Type } from 'typebox';
import { closed, defineContract, nullable, type Operation, operation } from '../src/index.ts';

type Parts = Partial<Pick<Operation, 'input' | 'output' | 'errors' | 'idempotent'>>;
type Judge = 'kernel' | 'redocly' | 'oasdiff';

/**
 * One change of a contract, and what it truly is: whether the new provider breaks consumers that hold the old contract, and
 * whether an old provider breaks consumers that hold the new one. `mistaken` are the judges that see it otherwise, with the
 * reason; other judges than the kernel are asked about the old consumer only.
 */
export interface SeededChange {
  readonly name: string;
  readonly before: Parts | null;
  readonly after: Parts | null;
  readonly oldConsumer: 'fits' | 'breaks';
  readonly oldProvider: 'fits' | 'breaks';
  readonly mistaken: Partial<Record<Judge, string>>;
}

type Fit = SeededChange['oldConsumer'];
type Row<T> = readonly [
  name: string,
  before: T,
  after: T,
  oldConsumer: Fit,
  oldProvider: Fit,
  mistaken?: SeededChange['mistaken'],
];

const text = Type.String();
const number = Type.Number();
const integer = Type.Integer();
const choice = (...values: string[]) => Type.Enum(values);
const a = (schema: TSchema) => closed({ a: schema });
const list = (item: TSchema, options = {}) => Type.Array(item, options);
const open = (properties: Record<string, TSchema>) => Type.Object(properties);
const either = (...schemas: TSchema[]) => Type.Union(schemas);
const optional = Type.Optional;

const formsNotCompared = 'Regular expressions are not compared with each other: any other one is refused.';
const anythingBefore = 'It forgets that the key, though not named, could be sent before, as anything.';
const notInOpenApi = 'OpenAPI does not know whether a request may be repeated; it is an extension.';
const takenAsRenamed = 'It pairs a path that is gone with one that is new, and blames only the latter.';

const requests: readonly Row<TSchema>[] = [
  ['a required key is added', closed({}), a(text), 'breaks', 'breaks'],
  ['an optional key is added', closed({}), a(optional(text)), 'fits', 'breaks'],
  [
    'an optional key is added to an open object',
    open({}),
    open({ a: optional(text) }),
    'breaks',
    'fits',
    { redocly: anythingBefore, oasdiff: anythingBefore },
  ],
  ['a key becomes optional', a(text), a(optional(text)), 'fits', 'breaks'],
  ['a key becomes required', a(optional(text)), a(text), 'breaks', 'fits'],
  ['a required key is removed', a(text), closed({}), 'breaks', 'breaks'],
  ['an optional key is removed', a(optional(text)), closed({}), 'breaks', 'fits'],
  [
    'a required key of an open object is removed',
    open({ a: text }),
    open({}),
    'fits',
    'breaks',
    { oasdiff: 'It warns of all keys that go; an open object still takes it, and ignores it.' },
  ],
  ['a key is renamed', closed({ a: text }), closed({ b: text }), 'breaks', 'breaks'],
  ['text becomes a number', a(text), a(number), 'breaks', 'breaks'],
  ['an integer becomes a number', a(integer), a(number), 'fits', 'breaks'],
  ['a number becomes an integer', a(number), a(integer), 'breaks', 'fits'],
  ['null is allowed', a(number), a(nullable(number)), 'fits', 'breaks'],
  ['null is no longer allowed', a(nullable(number)), a(number), 'breaks', 'fits'],
  ['null is allowed for an object', a(a(text)), a(nullable(a(text))), 'fits', 'breaks'],
  ['a choice is added', a(choice('x')), a(choice('x', 'y')), 'fits', 'breaks'],
  ['a choice is removed', a(choice('x', 'y')), a(choice('x')), 'breaks', 'fits'],
  ['any text is allowed instead of choices', a(choice('x', 'y')), a(text), 'fits', 'breaks'],
  ['choices instead of any text', a(text), a(choice('x', 'y')), 'breaks', 'fits'],
  ['another constant', a(Type.Literal('x')), a(Type.Literal('y')), 'breaks', 'breaks'],
  ['a constant becomes the only choice', a(Type.Literal('x')), a(choice('x')), 'fits', 'fits'],
  ['the minimum is raised', a(Type.Number({ minimum: 0 })), a(Type.Number({ minimum: 1 })), 'breaks', 'fits'],
  [
    'the minimum is lowered',
    a(Type.Number({ minimum: 1 })),
    a(Type.Number({ minimum: 0 })),
    'fits',
    'breaks',
  ],
  [
    'the minimum itself is no longer allowed',
    a(Type.Number({ minimum: 0 })),
    a(Type.Number({ exclusiveMinimum: 0 })),
    'breaks',
    'fits',
  ],
  [
    'the maximum itself is no longer allowed',
    a(Type.Number({ maximum: 9 })),
    a(Type.Number({ exclusiveMaximum: 9 })),
    'breaks',
    'fits',
  ],
  ['a maximum is added', a(number), a(Type.Number({ maximum: 9 })), 'breaks', 'fits'],
  ['the maximum is removed', a(Type.Number({ maximum: 9 })), a(number), 'fits', 'breaks'],
  ['only multiples are allowed', a(number), a(Type.Number({ multipleOf: 2 })), 'breaks', 'fits'],
  [
    'multiples of four become multiples of two',
    a(Type.Integer({ multipleOf: 4 })),
    a(Type.Integer({ multipleOf: 2 })),
    'fits',
    'breaks',
    { redocly: 'It takes any other number as another rule; all multiples of four are multiples of two.' },
  ],
  [
    'a range is cut in two that touch',
    a(Type.Integer({ minimum: 0, maximum: 9 })),
    a(either(Type.Integer({ minimum: 0, maximum: 4 }), Type.Integer({ minimum: 5, maximum: 9 }))),
    'fits',
    'fits',
    {
      kernel: 'It looks for one alternative that takes all of it; here two do so together.',
      redocly: 'It takes any new alternatives as narrower.',
    },
  ],
  [
    'the longest text becomes shorter',
    a(Type.String({ maxLength: 9 })),
    a(Type.String({ maxLength: 8 })),
    'breaks',
    'fits',
  ],
  [
    'the longest text becomes longer',
    a(Type.String({ maxLength: 8 })),
    a(Type.String({ maxLength: 9 })),
    'fits',
    'breaks',
  ],
  ['a shortest text is asked for', a(text), a(Type.String({ minLength: 1 })), 'breaks', 'fits'],
  ['a form is asked for', a(text), a(Type.String({ pattern: '^[a-z]+$' })), 'breaks', 'fits'],
  ['the form is no longer asked for', a(Type.String({ pattern: '^[a-z]+$' })), a(text), 'fits', 'breaks'],
  [
    'another form is asked for',
    a(Type.String({ pattern: '^[a-z]+$' })),
    a(Type.String({ pattern: '^[0-9]+$' })),
    'breaks',
    'breaks',
  ],
  [
    'the form is wider',
    a(Type.String({ pattern: '^[a-z]+$' })),
    a(Type.String({ pattern: '^[a-z0-9]+$' })),
    'fits',
    'breaks',
    { kernel: formsNotCompared, redocly: formsNotCompared, oasdiff: formsNotCompared },
  ],
  ['the list may not be empty', a(list(text)), a(list(text, { minItems: 1 })), 'breaks', 'fits'],
  [
    'the list may be longer',
    a(list(text, { maxItems: 8 })),
    a(list(text, { maxItems: 9 })),
    'fits',
    'breaks',
  ],
  ['a longest list is set', a(list(text)), a(list(text, { maxItems: 9 })), 'breaks', 'fits'],
  ['nothing may be twice in the list', a(list(text)), a(list(text, { uniqueItems: true })), 'breaks', 'fits'],
  ['the items of a list may be null', a(list(number)), a(list(nullable(number))), 'fits', 'breaks'],
  [
    'the items of a list need a key more',
    list(a(text)),
    list(closed({ a: text, b: text })),
    'breaks',
    'breaks',
  ],
  ['other keys are allowed', a(text), open({ a: text }), 'fits', 'breaks'],
  [
    'other keys are no longer allowed',
    open({ a: text }),
    a(text),
    'breaks',
    'fits',
    { oasdiff: 'It does not look at whether other keys are allowed; those that are sent would be refused.' },
  ],
  [
    'the values of a record are narrower',
    Type.Record(text, number),
    Type.Record(text, integer),
    'breaks',
    'fits',
  ],
  [
    'any key is allowed',
    a(number),
    Type.Record(text, number),
    'fits',
    'breaks',
    { oasdiff: 'It does not see that the form of the keys takes in the one that was named.' },
  ],
  ['an alternative is added', a(either(text, number)), a(either(text, number, a(text))), 'fits', 'breaks'],
  ['an alternative is removed', a(either(text, number)), a(text), 'breaks', 'fits'],
  ['alternatives change places', a(either(text, number)), a(either(number, text)), 'fits', 'fits'],
  ['keys change places', closed({ a: text, b: text }), closed({ b: text, a: text }), 'fits', 'fits'],
  ['a description is added', a(text), a(Type.String({ description: 'A' })), 'fits', 'fits'],
  ['anything is allowed', a(text), a(Type.Unknown()), 'fits', 'breaks'],
];

const answers: readonly Row<TSchema>[] = [
  ['a key is added', closed({}), a(text), 'fits', 'breaks'],
  ['an optional key is added', closed({}), a(optional(text)), 'fits', 'fits'],
  [
    'a key of the items of a list is added',
    list(a(text)),
    list(closed({ a: text, b: text })),
    'fits',
    'breaks',
  ],
  ['a required key is removed', a(text), closed({}), 'breaks', 'fits'],
  [
    'an optional key is removed',
    a(optional(text)),
    closed({}),
    'fits',
    'fits',
    { redocly: 'It takes every key as one to rely on; a consumer copes without an optional one.' },
  ],
  ['a key becomes optional', a(text), a(optional(text)), 'breaks', 'fits'],
  ['a key is always there', a(optional(text)), a(text), 'fits', 'breaks'],
  ['a key is renamed', closed({ a: text }), closed({ b: text }), 'breaks', 'breaks'],
  ['a number becomes text', a(number), a(text), 'breaks', 'breaks'],
  ['an integer becomes a number', a(integer), a(number), 'breaks', 'fits'],
  ['a number becomes an integer', a(number), a(integer), 'fits', 'breaks'],
  ['it may be null', a(number), a(nullable(number)), 'breaks', 'fits'],
  ['it is never null', a(nullable(number)), a(number), 'fits', 'breaks'],
  ['a choice is added', a(choice('x')), a(choice('x', 'y')), 'breaks', 'fits'],
  ['a choice is removed', a(choice('x', 'y')), a(choice('x')), 'fits', 'breaks'],
  ['the minimum is gone', a(Type.Number({ minimum: 0 })), a(number), 'breaks', 'fits'],
  ['a maximum is promised', a(number), a(Type.Number({ maximum: 9 })), 'fits', 'breaks'],
  ['the form is gone', a(Type.String({ pattern: '^[a-z]+$' })), a(text), 'breaks', 'fits'],
  ['a form is promised', a(text), a(Type.String({ pattern: '^[a-z]+$' })), 'fits', 'breaks'],
  ['the list may be empty', a(list(text, { minItems: 1 })), a(list(text)), 'breaks', 'fits'],
  ['a longest list is promised', a(list(text)), a(list(text, { maxItems: 9 })), 'fits', 'breaks'],
  ['an alternative is added', a(either(text, number)), a(either(text, number, a(text))), 'breaks', 'fits'],
  [
    'an alternative is removed',
    a(either(text, number)),
    a(text),
    'fits',
    'breaks',
    { redocly: 'It sees alternatives become one schema, not that it was one of them.' },
  ],
  [
    'there may be other keys',
    a(text),
    open({ a: text }),
    'fits',
    'fits',
    { redocly: 'Strictly it is right; a consumer drops keys that it does not know, so nothing breaks.' },
  ],
  ['there are no other keys', open({ a: text }), a(text), 'fits', 'fits'],
  ['a list becomes an object', a(list(text)), a(a(text)), 'breaks', 'breaks'],
];

type Failures = Readonly<Record<string, TSchema>>;
const failures: readonly Row<Failures>[] = [
  ['a first one is declared', {}, { gone: a(text) }, 'breaks', 'fits'],
  ['another one is declared', { gone: a(text) }, { gone: a(text), lost: a(text) }, 'breaks', 'fits'],
  ['one is no longer declared', { gone: a(text), lost: a(text) }, { gone: a(text) }, 'fits', 'breaks'],
  ['the details have a key more', { gone: closed({}) }, { gone: a(text) }, 'fits', 'breaks'],
  ['the details have a key less', { gone: a(text) }, { gone: closed({}) }, 'breaks', 'fits'],
  ['the details are of another type', { gone: a(text) }, { gone: a(number) }, 'breaks', 'breaks'],
];

const operations: readonly Row<Parts | null>[] = [
  ['it is new', null, {}, 'fits', 'breaks', { redocly: takenAsRenamed }],
  ['it is gone', { input: a(text), output: a(number) }, null, 'breaks', 'fits', { redocly: takenAsRenamed }],
  [
    'it must not be asked twice',
    { idempotent: true },
    { idempotent: false },
    'breaks',
    'fits',
    { redocly: notInOpenApi, oasdiff: notInOpenApi },
  ],
  ['it may be asked twice', { idempotent: false }, { idempotent: true }, 'fits', 'breaks'],
];

function rows<T>(part: string, all: readonly Row<T>[], partsOf: (value: T) => Parts | null): SeededChange[] {
  return all.map(([name, before, after, oldConsumer, oldProvider, mistaken = {}]) => ({
    name: `${part}: ${name}`,
    before: partsOf(before),
    after: partsOf(after),
    oldConsumer,
    oldProvider,
    mistaken,
  }));
}

export const seededChanges: readonly SeededChange[] = [
  ...rows('request', requests, (input) => ({ input })),
  ...rows('answer', answers, (output) => ({ output })),
  ...rows('failure', failures, (errors) => ({ errors })),
  ...rows('operation', operations, (parts) => parts),
];

/** A contract with an operation for each change, named `changeN`: as it was before them, or as it is after. */
export function contractWith(changes: readonly SeededChange[], when: 'before' | 'after', version: string) {
  const all = changes.flatMap((change, at) => {
    const parts = change[when];
    if (parts === null) return [];
    const plain = {
      summary: change.name,
      input: closed({}),
      output: closed({}),
      errors: {},
      idempotent: true,
    };
    return [[`change${at}`, operation({ ...plain, ...parts })] as const];
  });
  return defineContract({ name: 'seeded', version, operations: Object.fromEntries(all) });
}
