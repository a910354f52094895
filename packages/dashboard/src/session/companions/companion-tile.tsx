import type { Session } from '@piaffe/client';
import { Tile } from '../tiles/tile.tsx';
import { words } from '../words.ts';
import { AddCompanion } from './add-companion.tsx';

/** Stands where heart rate and distance would, and says how they come. */
export function CompanionTile({
  session,
  isPartThere,
  onChanged,
}: {
  session: Session;
  isPartThere: boolean;
  onChanged: (session: Session) => void;
}) {
  return (
    <Tile title={words.companions.title} className={isPartThere ? '' : 'wide'}>
      <p className="small">{isPartThere ? words.companions.only : words.companions.none}</p>
      <AddCompanion session={session} onChanged={onChanged} />
    </Tile>
  );
}
