import { lazy, Suspense, useEffect, useRef } from 'react';
import { DemoProvider } from '../demo/demo-context.tsx';
import { useTourStep } from '../demo/tour-step.ts';
import { HorsePage } from '../horses/horse-page.tsx';
import { HorsesPage } from '../horses/horses-page.tsx';
import { RemovedPage } from '../horses/removed-page.tsx';
import { Loading } from '../pieces/loading.tsx';
import { SessionPage } from '../session/session-page.tsx';
import { UploadPage } from '../upload/upload-page.tsx';
import { Bar } from './bar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Foot } from './foot.tsx';
import { Link, useAddress, usePageTitle } from './navigation.tsx';
import { addresses, type Route, routeOf } from './route.ts';
import { words } from './words.ts';

// What few people open, or open later, is loaded when they do.
const TrendsPage = lazy(async () => ({ default: (await import('../trends/trends-page.tsx')).TrendsPage }));
const ComparePage = lazy(async () => ({
  default: (await import('../compare/compare-page.tsx')).ComparePage,
}));
const ReportPage = lazy(async () => ({ default: (await import('../report/report-page.tsx')).ReportPage }));
const SettingsPage = lazy(async () => ({
  default: (await import('../settings/settings-page.tsx')).SettingsPage,
}));
const Tour = lazy(async () => ({ default: (await import('../demo/tour.tsx')).Tour }));
const AdministrationPage = lazy(async () => ({
  default: (await import('../administration/administration-page.tsx')).AdministrationPage,
}));

/** The pages of somebody who is signed in. */
export function Pages() {
  const address = useAddress();
  const route = routeOf(address);
  const [path] = address.split('?');
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const tourStep = useTourStep();

  // After a step to another page, and not by another question to the same one, reading and tabbing begin at that page, not where the last one was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes pages
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [path]);

  return (
    <DemoProvider>
      <a className="button main skip" href="#page">
        {words.skip}
      </a>
      <Bar route={route} />
      <main ref={main} id="page" tabIndex={-1}>
        <ErrorBoundary key={path}>
          <Suspense fallback={<Loading />}>
            <Page route={route} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Foot />
      {tourStep !== null && (
        <Suspense>
          <Tour step={tourStep} />
        </Suspense>
      )}
    </DemoProvider>
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
    case 'trends':
      return <TrendsPage key={route.horse} horse={route.horse} />;
    case 'report':
      return <ReportPage key={route.session} session={route.session} />;
    case 'compare':
      return <ComparePage />;
    case 'settings':
      return <SettingsPage />;
    case 'administration':
      return <AdministrationPage />;
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
