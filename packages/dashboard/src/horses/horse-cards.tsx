import type { Horse } from '@piaffe/client';
import { HorseCard } from './horse-card.tsx';
import { type HorseWithRides, mostRecent } from './load-stable.ts';

/** With more horses than these, the latest ride of each is enough. */
const fewHorses = 4;
/** Each costs the server a trend: the others are compared on their own pages. */
const horsesCompared = 12;

/** The horses, side by side where there is room. */
export function HorseCards({
  stable,
  isCompared,
  since,
  version,
  onEdit,
}: {
  stable: readonly HorseWithRides[];
  isCompared: boolean;
  /** As for a card. */
  since: number | null;
  version: string;
  onEdit: (horse: Horse) => void;
}) {
  const compared = isCompared ? mostRecent(stable, horsesCompared) : new Set();
  return (
    <div className="horse-cards">
      {stable.map((stabled) => (
        <HorseCard
          key={stabled.horse.id}
          stabled={stabled}
          ridesShown={stable.length > fewHorses ? 1 : 2}
          isCompared={compared.has(stabled.horse.id)}
          since={since}
          version={version}
          onEdit={() => onEdit(stabled.horse)}
        />
      ))}
    </div>
  );
}
