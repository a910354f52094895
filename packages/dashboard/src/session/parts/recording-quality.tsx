import type { SessionResult } from '@piaffe/client';
import { fixed, percent, whole } from '../../format/numbers.ts';
import { exactDuration } from '../../format/times.ts';
import { reasonText } from '../../language/reason-text.tsx';
import { words } from '../words.ts';

/** How good the recording is that all numbers rest on. */
export function RecordingQuality({ result: { recording, quality } }: { result: SessionResult }) {
  const lost = quality.gaps.reduce((sum, { from, to }) => sum + to - from, 0);
  const { nanCount, duplicateCount, nonMonotonicCount } = quality;
  const hasRotation = recording.channels.some((channel) => channel.startsWith('g'));
  return (
    <section className="card" aria-labelledby="quality">
      <h2 id="quality">{words.quality}</h2>
      <dl className="facts small">
        <dt>{words.usable}</dt>
        <dd>{percent(quality.usableShare)}</dd>
        <dt>{words.sampled}</dt>
        <dd>{words.sampledAt(fixed(recording.sampleRateHz, 0), whole(recording.samples))}</dd>
        <dt>{words.channels}</dt>
        <dd>{[words.motion, ...(hasRotation ? [words.rotation] : [])].join(', ')}</dd>
        <dt>{words.gaps}</dt>
        <dd>
          {quality.gaps.length === 0 ? words.noGaps : words.gapsOf(quality.gaps.length, exactDuration(lost))}
        </dd>
        {quality.saturatedShare > 0 && (
          <>
            <dt>{words.saturated}</dt>
            <dd>{words.ofSamples(percent(quality.saturatedShare))}</dd>
          </>
        )}
        {nanCount + duplicateCount + nonMonotonicCount > 0 && (
          <>
            <dt>{words.faulty}</dt>
            <dd>{words.faultyOf(nanCount, duplicateCount, nonMonotonicCount)}</dd>
          </>
        )}
      </dl>
      {quality.notes.length > 0 && (
        <ul className="quality-notes small">
          {quality.notes.map((note) => (
            <li key={note}>{reasonText(note)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
