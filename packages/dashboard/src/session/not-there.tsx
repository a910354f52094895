import { Link, usePageTitle } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { words } from './words.ts';

/** At the address of a ride that was merged into another, is gone for good, or never was. */
export function NotThere() {
  usePageTitle(words.notThere);
  return (
    <div className="stack" role="alert">
      <h1>{words.notThere}</h1>
      <p>{words.notThereText}</p>
      <p>
        <Link to={addresses.horses}>{words.allRides}</Link> ·{' '}
        <Link to={addresses.removed}>{words.toRemoved}</Link>
      </p>
    </div>
  );
}
