import type { Session, SessionResult } from '@piaffe/client';
import { dateAndTime } from '../../format/dates.ts';
import { bytes } from '../../format/numbers.ts';
import { words } from '../words.ts';
import { Downloads } from './downloads.tsx';
import { parametersText } from './parameters-text.ts';

/** What the numbers were computed from, and by what; and everything to take home. */
export function Provenance({
  session,
  result,
  timeZone,
}: {
  session: Session;
  result: SessionResult | null;
  timeZone: string;
}) {
  return (
    <section className="card provenance" aria-labelledby="provenance">
      <h2 id="provenance">{result ? words.provenance : words.quality}</h2>
      <dl className="facts small">
        {result && (
          <>
            <dt>{words.algorithm}</dt>
            <dd>
              {result.algorithm.name} {result.algorithm.version}
            </dd>
            <dt>{words.parameters}</dt>
            <dd>{parametersText(result.algorithm.parameters) || words.usual}</dd>
          </>
        )}
        {session.computed && (
          <>
            <dt>{words.computedAt}</dt>
            <dd>{dateAndTime(session.computed.at, timeZone)}</dd>
          </>
        )}
        {session.recordings.map(({ id, name, bytes: size, sha256, receivedAt }) => (
          <div key={id} className="recording">
            <dt>{words.file}</dt>
            <dd>
              {name}, {bytes(size)}
            </dd>
            <dt>SHA-256</dt>
            <dd>
              <code>{sha256}</code>
            </dd>
            <dt>{words.receipt}</dt>
            <dd>
              <code>{id}</code>, {words.receivedAt(dateAndTime(receivedAt, timeZone))}
            </dd>
          </div>
        ))}
      </dl>
      <Downloads session={session} hasResult={result !== null} />
    </section>
  );
}
