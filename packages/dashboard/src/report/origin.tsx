import type { Session, SessionResult } from '@piaffe/client';
import { dateAndTime } from '../format/dates.ts';
import { fixed, percent } from '../format/numbers.ts';
import { parametersText } from '../session/parts/parameters-text.ts';
import { words } from './words.ts';

const filesShown = 3;

/** What the numbers rest on, so that somebody else can compute them again; and what they are not. */
export function Origin({
  session,
  result: { algorithm, recording, quality },
  timeZone,
}: {
  session: Session;
  result: SessionResult;
  timeZone: string;
}) {
  const { computed, recordings, corrections } = session;
  const { corrections: _, ...parameters } = algorithm.parameters;
  return (
    <footer>
      <p>{words.careful}</p>
      <p className="soft">
        {words.computedBy(
          `${algorithm.name} ${algorithm.version}`,
          computed ? dateAndTime(computed.at, timeZone) : '',
        )}{' '}
        {words.recorded(fixed(recording.sampleRateHz, 0), percent(quality.usableShare))}{' '}
        {parametersText(parameters) && words.parameters(parametersText(parameters))}{' '}
        {corrections && words.corrected}
      </p>
      <ul className="soft">
        {recordings.slice(0, filesShown).map(({ id, name, sha256 }) => (
          <li key={id}>
            {name}, SHA-256 <code>{sha256}</code>
          </li>
        ))}
      </ul>
      {recordings.length > filesShown && (
        <p className="soft">{words.moreFiles(recordings.length - filesShown)}</p>
      )}
      <p className="soft">{words.madeBy(dateAndTime(new Date().toISOString(), timeZone))}</p>
    </footer>
  );
}
