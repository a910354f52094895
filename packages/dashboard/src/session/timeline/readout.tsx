import type { SessionResult } from '@piaffe/client';
import { clock } from '../../format/times.ts';
import { gaitDrawings } from '../../ride/gaits.ts';
import { spanAt } from '../../ride/spans.ts';
import { reinWords } from '../../ride/words.ts';
import { words } from '../words.ts';
import { useTimeMark } from './ride-view.tsx';

/** Where one points, and what the horse did there. */
export function Readout({ result: { segments, reins } }: { result: SessionResult }) {
  const { pointed, marked } = useTimeMark();
  const at = pointed ?? marked;
  if (at === null) return <p className="readout soft small">{words.pointAt}</p>;
  const gait = spanAt(segments, at)?.gait;
  const rein = spanAt(reins, at)?.rein ?? 'none';
  const parts = [gait && gaitDrawings[gait].name, rein === 'none' ? null : reinWords[rein].onIt];
  return (
    <p className="readout small numbers">
      <strong>{clock(at)}</strong> {parts.filter(Boolean).join(', ')}
    </p>
  );
}
