import type { Horse } from '@piaffe/client';
import { Link } from '../../app/navigation.tsx';
import { addresses } from '../../app/route.ts';
import { reasonText } from '../../language/reason-text.tsx';
import { words } from '../words.ts';
import { useUsual } from './usual-context.tsx';

/** What the bars of the tiles are; or why there are none yet. */
export function UsualNote({ horse }: { horse: Horse }) {
  const usual = useUsual();
  if (usual === null) return null;
  if (usual.metrics.some(({ low }) => low !== null))
    return (
      <p className="tiny soft">
        {words.usualIs(horse.name)} <Link to={addresses.trends(horse.id)}>{words.usualTrend}</Link>.
      </p>
    );
  const [first] = usual.metrics;
  return (
    <p className="tiny soft">
      {words.noUsual} {reasonText(first?.reason ?? null) ?? words.notKnownWhy}
    </p>
  );
}
