import { closed, defineContract, nullable, operation } from '@piaffe/kernel';
import { Type } from 'typebox';

const nothing = closed({});

const witness = operation({
  summary: 'What is known of the call it is part of',
  input: nothing,
  output: closed({
    principal: nullable(Type.String()),
    deadline: nullable(Type.Number()),
    traceId: Type.String(),
    traceState: Type.String(),
  }),
  errors: {},
  idempotent: true,
});

/** All that can go well or badly while a module works. */
export const trialsContract = defineContract({
  name: 'trials',
  version: '1.0.0',
  operations: {
    echo: operation({
      summary: 'Answers with what it is given',
      input: Type.Object({ value: Type.Unknown() }),
      output: Type.Object({ value: Type.Unknown() }),
      errors: {},
      idempotent: true,
    }),
    add: operation({
      summary: 'Adds numbers',
      input: closed({ numbers: Type.Array(Type.Number()) }),
      output: closed({ sum: Type.Number() }),
      errors: {},
      idempotent: true,
    }),
    decline: operation({
      summary: 'Fails as it is told to',
      input: closed({ code: Type.String(), details: Type.Unknown() }),
      output: nothing,
      errors: { refused: closed({ detail: Type.String(), amount: Type.Number() }) },
      idempotent: true,
    }),
    count: operation({
      summary: 'Tells its progress in so many steps',
      input: closed({ steps: Type.Integer() }),
      output: nothing,
      errors: {},
      idempotent: true,
    }),
    misbehave: operation({
      summary: 'Does what no module should',
      input: closed({ how: Type.String() }),
      output: nothing,
      errors: {},
      idempotent: true,
    }),
    whereabouts: operation({
      summary: 'Where this runs, and with which environment',
      input: nothing,
      output: closed({
        pid: Type.Integer(),
        threadId: Type.Integer(),
        environment: Type.Array(Type.String()),
      }),
      errors: {},
      idempotent: true,
    }),
    witness,
    nestedWitness: witness,
    spend: operation({
      summary: 'Asks the purse',
      input: closed({ amount: Type.Number() }),
      output: closed({ left: Type.Number() }),
      errors: {},
      idempotent: false,
    }),
  },
});

/** What another module needs. */
export const purseContract = defineContract({
  name: 'purse',
  version: '1.0.0',
  operations: {
    take: operation({
      summary: 'Takes from what is there',
      input: closed({ amount: Type.Number({ minimum: 0 }) }),
      output: closed({ left: Type.Number() }),
      errors: { empty: closed({ detail: Type.String() }) },
      idempotent: false,
    }),
    witness,
  },
});
