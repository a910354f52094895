// Named steps with progress and time. Runs before anything is installed, on any Node >= 20: no dependencies.

/**
 * @typedef {{ progress(text: string): void, note(text: string): void }} Step
 * `progress` shows how far a running step is, on a terminal only; `note` is what stays to be read once it is done.
 */

/** A step that did its work and found something wrong; `output` is what a person needs to mend it. */
export class StepFailed extends Error {
  /** @param {string} message @param {string} output */
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

/** Prints `1/3 Install packages ... done in 5.2 s` for each step, in the order they are run. */
export class Steps {
  #done = 0;
  #total;

  /** @param {number} total how many steps there will be */
  constructor(total) {
    this.#total = total;
  }

  /**
   * Announces the next step without timing it: for one that prints for itself until the end.
   * @param {string} name
   */
  announce(name) {
    process.stdout.write(`${this.#title(name)} ...\n`);
  }

  /**
   * @template T
   * @param {string} name
   * @param {(step: Step) => T | Promise<T>} work
   * @returns {Promise<T>}
   */
  async run(name, work) {
    const title = this.#title(name);
    const line = new Line(`${title} ...`);
    const started = performance.now();
    let note = '';
    const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
    const step = {
      progress: (/** @type {string} */ text) => line.show(` ${text}, ${seconds()}`),
      note: (/** @type {string} */ text) => {
        note = ` (${text})`;
      },
    };
    try {
      const result = await work(step);
      line.end(` done in ${seconds()}${note}`);
      return result;
    } catch (error) {
      line.end(` FAILED after ${seconds()}`);
      throw error;
    }
  }

  /** @param {string} name */
  #title(name) {
    this.#done += 1;
    return `${this.#done}/${this.#total} ${name}`;
  }
}

/** One line of the terminal, rewritten as the work goes on; elsewhere it is only begun and ended. */
class Line {
  #beginning;

  /** @param {string} beginning */
  constructor(beginning) {
    this.#beginning = beginning;
    process.stdout.write(beginning);
  }

  /** @param {string} text */
  show(text) {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${this.#beginning}${text}`);
  }

  /** @param {string} text */
  end(text) {
    this.show('');
    process.stdout.write(`${text}\n`);
  }
}
