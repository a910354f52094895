import { account } from './account.ts';
import { changes } from './changes.ts';
import { events } from './events.ts';
import { horses } from './horses.ts';
import { moving } from './moving.ts';
import { problems } from './problems.ts';
import { rides } from './rides.ts';
import { serving } from './serving.ts';
import { signingIn } from './signing-in.ts';
import { strangers } from './strangers.ts';
import { meet, type Subject, type Suite, type Tested } from './tested.ts';
import { trends } from './trends.ts';

const all: readonly Suite[] = [
  ...[serving, signingIn, account, horses, rides, changes],
  ...[trends, events, moving, strangers, problems],
];

/**
 * Everything that Piaffe promises to whoever uses it, asked of a server of which nothing is known but its address. It makes
 * accounts of its own, looks at no other, and leaves them: it can be run against any server, once for each link.
 */
export function suite(subject: () => Promise<Subject>): void {
  let met: Promise<Tested> | undefined;
  const tested = () => {
    met ??= subject().then(meet);
    return met;
  };
  for (const each of all) each(tested);
}
