import { Readable } from 'node:stream';
import { spec } from 'node:test/reporters';

/**
 * node:test's own `spec` report, put in another order: what failed and what was skipped, with the reason, comes before
 * the closing lines, so that those are the last thing on the screen. A default export, as node:test asks for.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  /** @type {import('node:test/reporters').TestEvent[]} */
  const closing = [];
  /** @type {string[]} */
  const skipped = [];
  let unexplained = 0;

  async function* allButClosing() {
    for await (const event of events) {
      if (event.type === 'test:pass') {
        for (const reason of [event.data.skip, event.data.todo].filter(isReason)) {
          skipped.push(`﹣ ${event.data.name}: ${reason === true ? 'no reason given' : reason}\n`);
          if (reason === true) unexplained++;
        }
      }
      if (event.type === 'test:diagnostic' && event.data.file === undefined) closing.push(event);
      else yield event;
    }
  }
  yield* Readable.from(allButClosing()).compose(new spec());

  if (skipped.length > 0) yield `\nSkipped:\n${skipped.join('')}`;
  if (unexplained > 0) {
    process.exitCode = 1;
    yield `\n✖ ${unexplained} skipped without a reason: give one, as in { skip: 'why' }.\n`;
  }
  const failedChecks = process.env.PIAFFE_FAILED_CHECKS;
  if (failedChecks) yield `\n✖ Failed before the tests: ${failedChecks}. What they found stands above.\n`;
  yield '\n';
  yield* Readable.from(closing).compose(new spec());
}

/** @param {unknown} skip */
const isReason = (skip) => skip !== undefined && skip !== false;
