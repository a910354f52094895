import { compare, refusal } from './compatibility/compare.ts';
import { type ContractDocument, digestOf, documentOf } from './compatibility/contract-document.ts';
import type { Contract } from './contract.ts';

/** What a provider shows of itself, and a plugin file without being started. */
export interface Shown {
  /** Another one each time the provider is started. */
  readonly instance: string;
  /** The stores whose references it can read by itself; anything else is handed over. */
  readonly reaches: readonly string[];
  readonly modules: Readonly<Record<string, { readonly version: string; readonly digest: string }>>;
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

/** Judges the providers of one contract. The same provider is judged once. */
export class Judge {
  readonly #contract: Contract;
  readonly #judged = new Map<string, Judgement>();

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** `fetchDocument` is asked only where the provider's contract is another than the consumer's. */
  async judge(
    provided: Shown['modules'][string] | undefined,
    fetchDocument: () => Promise<ContractDocument>,
  ): Promise<Judgement> {
    const { name } = this.#contract;
    if (provided === undefined)
      return { digest: '', version: '', isSame: false, refusal: `there is no ${name} there` };
    const { digest, version } = provided;
    const known = this.#judged.get(digest);
    if (known !== undefined) return known;
    const isSame = digest === digestOf(this.#contract);
    const judgement = {
      digest,
      version,
      isSame,
      refusal: isSame ? null : await this.#refusal(fetchDocument),
    };
    this.#judged.set(digest, judgement);
    return judgement;
  }

  async #refusal(fetchDocument: () => Promise<ContractDocument>): Promise<string | null> {
    const consumer = documentOf(this.#contract);
    const provider = await fetchDocument();
    try {
      const verdict = compare(consumer, provider);
      return verdict.compatible ? null : refusal(consumer, provider, verdict);
    } catch (error) {
      return `the contract it shows cannot be read: ${error instanceof Error ? error.message : error}`;
    }
  }
}
