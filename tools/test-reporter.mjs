import { Readable } from 'node:stream';
import { spec } from 'node:test/reporters';

/**
 * node:test's own `spec` report, put in another order: what failed and what was skipped, with the reason, comes before
 * the closing lines, so that those are the last thing on the screen.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  /** @type {import('node:test/reporters').TestEvent[]} */
  const closing = [];
  /** @type {string[]} */
  const skipped = [];

  async function* allButClosing() {
    for await (const event of events) {
      if (event.type === 'test:pass' && isReason(event.data.skip)) {
        skipped.push(
          `﹣ ${event.data.name}: ${event.data.skip === true ? 'no reason given' : event.data.skip}\n`,
        );
      }
      if (event.type === 'test:diagnostic' && event.data.file === undefined) closing.push(event);
      else yield event;
    }
  }
  yield* Readable.from(allButClosing()).compose(new spec());

  if (skipped.length > 0) yield `\nSkipped:\n${skipped.join('')}`;
  const failedChecks = process.env.PIAFFE_FAILED_CHECKS;
  if (failedChecks) yield `\n✖ Failed before the tests: ${failedChecks}. What they found stands above.\n`;
  yield '\n';
  yield* Readable.from(closing).compose(new spec());
}

/** @param {unknown} skip */
const isReason = (skip) => skip !== undefined && skip !== false;
