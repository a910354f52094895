import type { SessionResult } from '@piaffe/client';
import { PlainStrip } from '../pieces/plain-strip.tsx';
import { words } from './words.ts';

/** Both rides from beginning to end, a minute as wide in one as in the other. */
export function PairedStrips({ a, b }: { a: SessionResult; b: SessionResult }) {
  const seconds = Math.max(a.recording.durationSeconds, b.recording.durationSeconds);
  return (
    <section className="card stack" aria-labelledby="paired-strips">
      <h2 id="paired-strips">{words.strips}</h2>
      {[a, b].map((result, index) => (
        <div key={index === 0 ? 'a' : 'b'} className="lettered">
          <span className="letter">{index === 0 ? 'A' : 'B'}</span>
          <PlainStrip result={result} seconds={seconds} />
        </div>
      ))}
    </section>
  );
}
