import type { Contract, Operation } from '@piaffe/kernel';
import { knownOf } from '@piaffe/kernel/shape';
import type { Ask } from './asking-client.ts';
import type { EndLine } from './wire.ts';

/** What another version of the provider answers, as far as this one's contract knows of it. */
export function knownEnd({ output, errors }: Operation, end: EndLine): EndLine {
  if (end.kind === 'output') return { ...end, output: knownOf(output, end.output) };
  if (end.kind !== 'failure' || !Object.hasOwn(errors, end.code)) return end;
  return { ...end, details: knownOf(errors[end.code]!, end.details) };
}

/** Asks a provider of another version. */
export function askKnown({ operations }: Contract, ask: Ask): Ask {
  return async (path, input, call) =>
    knownEnd(operations[path.slice(path.lastIndexOf('/') + 1)]!, await ask(path, input, call));
}
