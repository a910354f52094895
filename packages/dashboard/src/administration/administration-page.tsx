import '../styles/administration.css';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';
import { Link, usePageTitle } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { words as general } from '../app/words.ts';
import { Disk } from './disk.tsx';
import { Parts } from './parts.tsx';
import { People } from './people.tsx';
import { Recompute } from './recompute.tsx';
import { ServerFacts } from './server-facts.tsx';
import { TroubledRides } from './troubled-rides.tsx';
import { useFollowed } from './use-followed.ts';
import { words } from './words.ts';
import { readWork, Work } from './work.tsx';

/** How the server is, what waits on it and who may come in; only for those who run it. */
export function AdministrationPage() {
  const { account } = useAccount();
  usePageTitle(words.title);
  return account.role === 'administrator' ? <Administration /> : <NotForYou />;
}

function Administration() {
  const server = useFollowed(
    'server',
    (signal) => api.get('/admin/server', { signal }),
    () => 20_000,
  );
  const work = useFollowed('work', readWork, (value) =>
    value !== null && value.queued + value.running > 0 ? 2_000 : 10_000,
  );
  const stuck = work.state === 'ready' ? `${work.value.failed} ${work.value.quarantined}` : '';
  return (
    <>
      <div className="stack-tight">
        <h1>{words.title}</h1>
        <p className="soft">{words.lead}</p>
      </div>
      <div className="administration">
        <Work work={work} />
        <Disk server={server} />
        <TroubledRides version={stuck} onRetried={work.reload} />
        <div className="beside">
          <Parts server={server} />
          <ServerFacts server={server} />
        </div>
        <Recompute onReprocessed={work.reload} />
      </div>
      <People />
    </>
  );
}

function NotForYou() {
  return (
    <div className="card stack">
      <h1>{words.title}</h1>
      <p>{words.notForYou}</p>
      <p>
        <Link className="button" to={addresses.horses}>
          {general.toHorses}
        </Link>
      </p>
    </div>
  );
}
