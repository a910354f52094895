import { useDemo } from '../demo/demo-context.tsx';
import { startTour } from '../demo/tour-step.ts';
import { words as demoWords } from '../demo/words.ts';
import { Icon, Mark } from '../pieces/icon.tsx';
import { Menu } from '../pieces/menu.tsx';
import { isOnTheWay, useUploads, useWarningBeforeLeaving } from '../upload/use-uploads.ts';
import { useAccount } from './account-context.ts';
import { goTo, Link } from './navigation.tsx';
import { addresses, type Route } from './route.ts';
import { useAction } from './use-action.ts';
import { words } from './words.ts';

/** At the top of every page: where one can go, what is on its way, who one is. */
export function Bar({ route }: { route: Route }) {
  const { account, signOut } = useAccount();
  const { run } = useAction();
  const hasDemo = useDemo().status.state === 'ready';
  const onTheWay = useUploads().filter(isOnTheWay).length;
  useWarningBeforeLeaving(onTheWay > 0);
  const current = (page: Route['page']) => (route.page === page ? 'page' : undefined);
  return (
    <header className="bar">
      <div>
        <Link className="brand" to={addresses.horses} aria-label="Piaffe">
          <Mark />
          <span>Piaffe</span>
        </Link>
        <nav aria-label={words.navigation}>
          <Link to={addresses.horses} aria-current={current('horses')}>
            {words.horses}
          </Link>
          <Link to={addresses.upload()} aria-current={current('upload')}>
            {words.upload}
            {onTheWay > 0 && (
              <span className="badge accent">
                {onTheWay} <span className="word">{words.onTheWay}</span>
              </span>
            )}
          </Link>
        </nav>
        <Menu
          label={words.account}
          className="person"
          button={<span aria-hidden="true">{Array.from(account.name)[0]?.toUpperCase()}</span>}
        >
          <p className="who small">
            <span className="soft">{words.signedInAs}</span> <strong>{account.name}</strong>
            {account.role === 'administrator' && <span className="soft">, {words.administrator}</span>}
          </p>
          <Link className="entry" to={addresses.settings}>
            <Icon name="person" /> {words.settings}
          </Link>
          {!account.hasPassword && (
            <Link className="entry" to={addresses.settings}>
              <Icon name="warn" /> {words.noPassword}
            </Link>
          )}
          {account.role === 'administrator' && (
            <Link className="entry" to={addresses.administration}>
              <Icon name="add" /> {words.administration}
            </Link>
          )}
          <Link className="entry" to={addresses.removed}>
            <Icon name="remove" /> {words.removedRides}
          </Link>
          {hasDemo && (
            <button
              type="button"
              className="entry"
              onClick={() => {
                goTo(addresses.horses);
                startTour();
              }}
            >
              <Icon name="horses" /> {demoWords.tourTitle}
            </button>
          )}
          <button type="button" className="entry" onClick={() => run(signOut)}>
            <Icon name="leave" /> {words.signOut}
          </button>
        </Menu>
      </div>
    </header>
  );
}
