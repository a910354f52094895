import { Unavailable } from '@piaffe/kernel';
import type { Shared } from '../shared.ts';
import { Backoff } from '../work/backoff.ts';
import { Bell } from '../work/bell.ts';
import { keepAdded } from './keep-added.ts';
import { nextLacking } from './lacking.ts';
import { measure } from './measure.ts';
import type { Described, Plugin } from './plugin.ts';

const secondsBetweenQuestions = 60;
const describeSeconds = 20;

/**
 * Has one plugin measure all results that lack its metrics, the latest first, one at a time. What keeps the plugin from it
 * costs its metrics and nothing else: it is asked again, with growing pauses.
 */
export class PluginMetrics {
  readonly plugin: Plugin;
  readonly ended: Promise<void>;
  readonly #shared: Shared;
  readonly #signal: AbortSignal;
  readonly #bell = new Bell();
  readonly #pause = new Backoff();
  #described: Described | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #below = Number.MAX_SAFE_INTEGER;
  #news = false;
  /** Of the last time it was asked; null where that went well. */
  #error: Error | null = null;

  constructor(shared: Shared, plugin: Plugin, signal: AbortSignal) {
    this.plugin = plugin;
    this.#shared = shared;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#bell.ring(), { once: true });
    this.ended = this.#work();
  }

  /** Why it measures nothing just now, in words for people; null when nothing is in the way. */
  get problem(): string | null {
    return this.#error === null ? null : inWords(this.plugin, this.#error);
  }

  /** There are other results than before. */
  look(): void {
    this.#news = true;
    this.#bell.ring();
  }

  async #work(): Promise<void> {
    while (!this.#signal.aborted) {
      let wait = secondsBetweenQuestions * 1000;
      try {
        if (this.#pause.remaining === null || this.#pause.remaining === 0) wait = await this.#turn();
      } catch (error) {
        if (this.#signal.aborted) return;
        this.#holdBack(error);
      }
      await this.#bell.heard(Math.max(1, Math.min(wait, this.#pause.remaining ?? wait)));
    }
  }

  /** Measures one result; in how many milliseconds to look again. */
  async #turn(): Promise<number> {
    const isDue = performance.now() - this.#askedAt > secondsBetweenQuestions * 1000;
    const described = this.#described === null || isDue ? await this.#describe() : this.#described;
    const version = { plugin: this.plugin.name, version: described.version };
    if (this.#news) this.#below = Number.MAX_SAFE_INTEGER;
    this.#news = false;
    const lacking = await nextLacking(this.#shared.database, version, this.#below);
    if (lacking === null) {
      this.#well();
      return this.#news ? 0 : secondsBetweenQuestions * 1000;
    }
    const outcome = await measure(this.#shared, this.plugin, described, lacking, this.#signal);
    if (outcome !== null) await keepAdded(this.#shared, version, lacking, outcome);
    const isTriedAgain = outcome?.kind === 'attempt';
    this.#below = lacking.place + (isTriedAgain ? 1 : 0);
    if (isTriedAgain) this.#pause.begin('it failed on a ride', null);
    else this.#well();
    return 0;
  }

  async #describe(): Promise<Described> {
    const { name, client } = this.plugin;
    const deadline = new Date(Date.now() + describeSeconds * 1000);
    const described = await client.describe({}, { signal: this.#signal, deadline });
    const names = described.metrics.map((metric) => metric.name);
    const twice = names.find((each, at) => names.indexOf(each) !== at);
    if (twice !== undefined) throw new Error(`it describes ${twice} twice`);
    const { version } = described;
    const found = { version, described: JSON.stringify(described.metrics) };
    await this.#shared.database
      .insertInto('session_plugins')
      .values({ name, ...found })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(found))
      .execute();
    if (version !== this.#described?.version) this.look();
    this.#described = described;
    this.#askedAt = performance.now();
    return described;
  }

  #well(): void {
    this.#pause.succeeded();
    this.#pause.over();
    this.#error = null;
  }

  #holdBack(error: unknown): void {
    this.#askedAt = Number.NEGATIVE_INFINITY;
    this.#pause.begin('it is not there', error instanceof Unavailable ? error.retryAfter : null);
    const isNews = this.#error?.message !== (error as Error).message;
    this.#error = error as Error;
    if (isNews)
      this.#shared.log.warn({ err: error, plugin: this.plugin.name }, 'a plugin adds no metrics for now');
  }
}

/** Why it is down says more than that it is. */
function inWords({ status }: Plugin, error: Error): string {
  const { state, lastProblem } = status();
  const reason = state !== 'up' && lastProblem !== null ? lastProblem : error.message;
  return `The plugin adds no metrics for now: ${withoutFolders(reason)}. They come by themselves once it can.`;
}

/** What a system says of a file names folders of the server, which are not for everybody. */
const withoutFolders = (text: string) =>
  text.replaceAll(/(?:file:\/\/)?(?:\/[^\s/'":,;]+)+\/([^\s/'":,;]+)/g, '$1');
