import type { Troubled } from '@piaffe/client';
import { useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';
import { everyPage } from '../app/every-page.ts';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useAction } from '../app/use-action.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { dateAndTime } from '../format/dates.ts';
import { reasonText } from '../language/reason-text.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { StateBadge } from '../pieces/state-badge.tsx';
import { Section } from './section.tsx';
import { words } from './words.ts';

const atOnce = 20;

/** Rides of all accounts that could not be analysed, why, and another try. What was ridden is not shown. */
export function TroubledRides({ version, onRetried }: { version: string; onRetried: () => void }) {
  const [pages, setPages] = useState(1);
  const rides = useLoaded(
    'troubled',
    async (signal) => {
      const accounts = await everyPage((after) =>
        api.get('/accounts', { params: { query: after === undefined ? {} : { after } }, signal }),
      );
      const stuck = await troubledRides(pages, signal);
      return { ...stuck, names: new Map(accounts.map(({ id, name }) => [id, name])) };
    },
    `${version} ${pages}`,
  );
  const [said, setSaid] = useState('');
  const { busy, problem, run } = useAction();
  const retry = (session: string | null) =>
    run(async () => {
      const { sessions } = await api.post('/admin/troubled/retry', { body: { session } });
      setSaid(words.retried(sessions));
      rides.reload();
      onRetried();
    });
  return (
    <Section title={words.troubled} loaded={rides}>
      {({ items, hasMore, names }) => (
        <>
          {items.length === 0 ? (
            <p className="soft">{words.noTrouble}</p>
          ) : (
            <p className="small soft">{words.troubledLead}</p>
          )}
          {problem && <ProblemNote problem={problem} />}
          <ul className="people troubled">
            {items.map((ride) => (
              <TroubledRow
                key={ride.session}
                ride={ride}
                owner={names.get(ride.owner) ?? words.nobodyKnown}
                busy={busy}
                onRetry={() => retry(ride.session)}
              />
            ))}
          </ul>
          <div className="buttons">
            {items.some(({ state }) => state === 'quarantined') && (
              <button type="button" className="button main" aria-disabled={busy} onClick={() => retry(null)}>
                {words.retryAll}
              </button>
            )}
            {hasMore && (
              <button type="button" className="button" onClick={() => setPages(pages + 1)}>
                {words.more}
              </button>
            )}
            <span role="status">{said}</span>
          </div>
        </>
      )}
    </Section>
  );
}

/** The first pages as one. */
async function troubledRides(pages: number, signal: AbortSignal) {
  const items: Troubled[] = [];
  let after: { after?: string } = {};
  for (let page = 0; page < pages; page++) {
    const params = { query: { limit: atOnce, ...after } };
    const { items: more, next }: TroubledPage = await api.get('/admin/troubled', { params, signal });
    items.push(...more);
    if (next === null) return { items, hasMore: false };
    after = { after: next };
  }
  return { items, hasMore: true };
}

interface TroubledPage {
  readonly items: readonly Troubled[];
  readonly next: string | null;
}

function TroubledRow({
  ride: { session, owner: account, state, reason, attempts, receivedAt },
  owner,
  busy,
  onRetry,
}: {
  ride: Troubled;
  owner: string;
  busy: boolean;
  onRetry: () => void;
}) {
  const { account: own } = useAccount();
  const when = dateAndTime(receivedAt);
  return (
    <li>
      <div className="stack-tight">
        <p>
          <StateBadge session={{ state, progress: null }} />{' '}
          <span className="small soft">{words.handedIn(owner, when)}</span>
        </p>
        <p className="small">
          {reasonText(reason)} <span className="soft">{words.attempts(attempts)}</span>
        </p>
        {account === own.id && (
          <p className="small">
            <Link to={addresses.session(session)}>{words.openRide}</Link>
          </p>
        )}
      </div>
      <button
        type="button"
        className="button"
        aria-label={words.retryOf(owner, when)}
        aria-disabled={busy}
        onClick={onRetry}
      >
        {words.retry}
      </button>
    </li>
  );
}
