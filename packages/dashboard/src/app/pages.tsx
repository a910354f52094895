import { useEffect, useRef } from 'react';
import { AccountPage } from '../account/account-page.tsx';
import { PeoplePage } from '../account/people-page.tsx';
import { HorsePage } from '../horses/horse-page.tsx';
import { HorsesPage } from '../horses/horses-page.tsx';
import { RemovedPage } from '../horses/removed-page.tsx';
import { SessionPage } from '../session/session-page.tsx';
import { UploadPage } from '../upload/upload-page.tsx';
import { Bar } from './bar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Link, useAddress, usePageTitle } from './navigation.tsx';
import { addresses, type Route, routeOf } from './route.ts';
import { words } from './words.ts';

/** The pages of somebody who is signed in. */
export function Pages() {
  const address = useAddress();
  const route = routeOf(address);
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);

  // After a step to another page, reading and tabbing begin at that page, not where the last one was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what changes pages
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [address]);

  return (
    <>
      <a className="button main skip" href="#page">
        {words.skip}
      </a>
      <Bar route={route} />
      <main ref={main} id="page" tabIndex={-1}>
        <ErrorBoundary key={address}>
          <Page route={route} />
        </ErrorBoundary>
      </main>
    </>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'horses':
      return <HorsesPage />;
    case 'horse':
      return <HorsePage key={route.horse} horse={route.horse} />;
    case 'upload':
      return <UploadPage horse={route.horse} />;
    case 'session':
      return <SessionPage key={route.session} session={route.session} />;
    case 'removed':
      return <RemovedPage />;
    case 'account':
      return <AccountPage />;
    case 'people':
      return <PeoplePage />;
    case 'nowhere':
      return <Nowhere />;
  }
}

function Nowhere() {
  usePageTitle(words.nowhereTitle);
  return (
    <div className="card stack">
      <h1>{words.nowhereTitle}</h1>
      <p>{words.nowhere}</p>
      <p>
        <Link className="button" to={addresses.horses}>
          {words.toHorses}
        </Link>
      </p>
    </div>
  );
}
