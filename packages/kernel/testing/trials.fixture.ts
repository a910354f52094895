import { Type } from 'typebox';
import { closed, defineContract, operation } from '../src/index.ts';

/** What can go well or badly in a module. */
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
      output: closed({ sum: Type.Number(), threadId: Type.Integer(), pid: Type.Integer() }),
      errors: {},
      idempotent: true,
    }),
  },
});
