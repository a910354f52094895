import { type ContractDocument, canonical } from './contract-document.ts';
import { misfit, type Way } from './misfit.ts';

export type Party = 'consumer' | 'provider';

/**
 * The first thing that stands between two contracts. `path` is within the part: `inputs[].role`, or '' for all of it.
 */
export interface Difference {
  readonly operation: string;
  readonly part: 'operation' | 'input' | 'output' | 'error';
  readonly path: string;
  readonly what: string;
  /**
   * Who has to move: whoever has the older version; at equal versions the provider, which changed without a new one.
   */
  readonly mover: Party;
}

export type Verdict =
  | { readonly compatible: true }
  | { readonly compatible: false; readonly difference: Difference };

/** What comes before another version sorts before it; a pre-release before its release. */
const precedence = (one: string, other: string) => {
  const [a, b] = [one, other].map((version) => (version.includes('-') ? version : `${version}~`));
  return a!.localeCompare(b!, 'en', { numeric: true });
};
const request: Way = { sender: 'consumer', receiver: 'provider', may: 'may send', dropsUnknownKeys: false };
const answer: Way = { sender: 'provider', receiver: 'consumer', may: 'may answer', dropsUnknownKeys: true };

/**
 * Whether two parts that hold different contracts of one module can work together: all that the consumer may send has
 * to be accepted by the provider, all that the provider may answer or fail with by the consumer, which ignores keys
 * it does not know. What cannot be decided is refused. The operations only the provider has do not matter.
 */
export function compare(consumer: ContractDocument, provider: ContractDocument): Verdict {
  const difference = firstDifference(canonical(consumer), canonical(provider));
  if (difference === null) return { compatible: true };
  const mover = precedence(consumer.version, provider.version) < 0 ? 'consumer' : 'provider';
  return { compatible: false, difference: { ...difference, mover } };
}

function firstDifference(
  consumer: ContractDocument,
  provider: ContractDocument,
): Omit<Difference, 'mover'> | null {
  if (consumer.name !== provider.name) {
    const what = `the consumer asks for ${consumer.name}, the provider is ${provider.name}`;
    return { operation: consumer.name, part: 'operation', path: '', what };
  }
  for (const [operation, asked] of Object.entries(consumer.operations).sort()) {
    const differs = (part: Difference['part'], what: string, path = '') => ({ operation, part, path, what });
    if (!Object.hasOwn(provider.operations, operation))
      return differs('operation', 'the provider does not have it');
    const offered = provider.operations[operation]!;
    if (asked.idempotent && !offered.idempotent)
      return differs('operation', 'the consumer may ask again, the provider must not be asked twice');
    const input = misfit(asked.input, offered.input, '', request);
    if (input !== null) return differs('input', input.what, input.path);
    const output = misfit(offered.output, asked.output, '', answer);
    if (output !== null) return differs('output', output.what, output.path);
    for (const [code, details] of Object.entries(offered.errors).sort()) {
      if (!Object.hasOwn(asked.errors, code))
        return differs('error', 'the provider may fail with it, the consumer does not know it', code);
      const error = misfit(details, asked.errors[code]!, code, answer);
      if (error !== null) return differs('error', error.what, error.path);
    }
  }
  return null;
}

/** Why two parts do not work together: both versions, the first difference, who has to move. */
export function refusal(
  consumer: ContractDocument,
  provider: ContractDocument,
  { difference: { operation, part, path, what, mover } }: Extract<Verdict, { compatible: false }>,
): string {
  const inPart = part === 'operation' ? operation : `the ${part} of ${operation}`;
  const place = [path, inPart].filter(Boolean).join(' in ');
  const spoken = ({ name, version }: ContractDocument) => `${name} ${version}`;
  const versions = `The consumer speaks ${spoken(consumer)}, the provider ${spoken(provider)}`;
  const newer = mover === 'consumer' ? provider.version : consumer.version;
  const move =
    consumer.version === provider.version ? `, which changed without a new version` : ` to ${newer}`;
  return `${versions}, and they differ at ${place}: ${what}. It is the ${mover} that has to move${move}.`;
}
