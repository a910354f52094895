import type { Horse, ListedSession } from '@piaffe/client';
import { api } from '../app/api.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { useDemo } from '../demo/demo-context.tsx';
import { ReinShares } from '../pieces/rein-shares.tsx';
import { asked, filtersOf } from '../trends/filters.ts';
import { recentReins, verdictOnState, verdictOnTrend } from './verdict.ts';
import { VerdictLine } from './verdict-line.tsx';
import { words } from './words.ts';

/** How a horse's latest ride compares with what is usual for it, and how its reins were shared lately: from its trends, asked for once. */
export function HowItGoes({
  horse,
  latest,
  version,
}: {
  horse: Horse;
  latest: ListedSession | undefined;
  /** Another one asks again. */
  version: string;
}) {
  // A part of its rides says nothing yet, and the server is busy with the rest.
  const isPrepared = !(useDemo().status.state === 'seeding' && horse.demo);
  const trend = useLoaded(
    `how ${horse.id}`,
    async (signal) =>
      latest === undefined || !isPrepared
        ? null
        : api.get('/horses/{horse}/trends', {
            params: {
              path: { horse: horse.id },
              query: asked(filtersOf(new URLSearchParams()), new Date()),
            },
            signal,
          }),
    `${latest?.computed?.at} ${version} ${isPrepared}`,
  );
  const known = isPrepared && trend.state === 'ready' ? trend.value : null;
  const verdict =
    verdictOnState(latest) ?? (known && latest ? verdictOnTrend(known, latest.id, new Date()) : null);
  const reins = known && recentReins(known);
  return (
    <>
      {verdict && <VerdictLine horse={horse} verdict={verdict} />}
      {verdict === null && (
        <p className="verdict soft">
          {!isPrepared
            ? words.verdict.prepared
            : trend.state === 'failed'
              ? words.verdict.away
              : words.verdict.compares}
        </p>
      )}
      {reins && (
        <div className="stack-tight">
          <p className="tiny soft">{words.reinsLately}</p>
          <ReinShares {...reins} />
        </div>
      )}
    </>
  );
}
