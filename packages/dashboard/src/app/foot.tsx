import { version } from './version.ts';

/** At the end of every page: what one names in a report of a fault. */
export function Foot() {
  return (
    <footer className="foot tiny soft">
      <p>Piaffe {version}</p>
    </footer>
  );
}
