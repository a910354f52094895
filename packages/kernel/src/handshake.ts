import { type Static, Type } from 'typebox';
import { problemsOf } from './check.ts';
import { compare, refusal } from './compatibility/compare.ts';
import { type ContractDocument, digestOf, documentOf } from './compatibility/contract-document.ts';
import type { Contract } from './contract.ts';

const Shown = Type.Object({
  instance: Type.String({ description: 'Another one each time the provider is started' }),
  reaches: Type.Array(Type.String(), {
    description: 'The stores whose references it can read by itself; anything else is handed over',
  }),
  modules: Type.Record(
    Type.String(),
    Type.Object({ version: Type.String(), digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  ),
});

/** What a provider shows of itself, and a plugin file without being started. */
export type Shown = Static<typeof Shown>;

/** Throws, in words, where it is something else. */
export function readShown(value: unknown): Shown {
  const problems = problemsOf(Shown, value);
  if (problems.length > 0) throw new TypeError(`it shows no contracts: ${problems[0]}`);
  return value as Shown;
}

/**
 * Whether a consumer and a provider understand each other; `refusal` says in one sentence why not, and who must move.
 */
export interface Judgement {
  readonly digest: string;
  readonly version: string;
  readonly refusal: string | null;
  /** Whether it is the consumer's own contract, to the last key. */
  readonly isSame: boolean;
}

/** Whoever shows more contracts than that, one after the other, is judged anew each time. */
const remembered = 100;

/** Judges the providers of one contract. The same contract is judged once. */
export class Judge {
  readonly #contract: Contract;
  readonly #refusals = new Map<string, string | null>();

  constructor(contract: Contract) {
    this.#contract = contract;
    this.#refusals.set(digestOf(contract), null);
  }

  /** `fetchDocument` is asked only where the provider's contract is another one. Rejects where that cannot be read. */
  async judge(
    provided: Shown['modules'][string] | undefined,
    fetchDocument: () => Promise<unknown>,
  ): Promise<Judgement> {
    const { name } = this.#contract;
    if (provided === undefined)
      return { digest: '', version: '', isSame: false, refusal: `there is no ${name} there` };
    const { digest, version } = provided;
    if (!this.#refusals.has(digest)) {
      const refused = this.#refusal(await fetchDocument());
      if (this.#refusals.size < remembered) this.#refusals.set(digest, refused);
      return { digest, version, isSame: false, refusal: refused };
    }
    const isSame = digest === digestOf(this.#contract);
    return { digest, version, isSame, refusal: this.#refusals.get(digest)! };
  }

  #refusal(shown: unknown): string | null {
    const consumer = documentOf(this.#contract);
    try {
      const provider = shown as ContractDocument;
      if (typeof provider.version !== 'string') throw new TypeError('it has no version');
      const verdict = compare(consumer, provider);
      return verdict.compatible ? null : refusal(consumer, provider, verdict);
    } catch (error) {
      throw new TypeError(
        `the contract it shows cannot be read: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
}
