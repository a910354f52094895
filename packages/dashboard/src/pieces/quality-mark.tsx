import type { Metric } from '@piaffe/client';
import { translated } from '../language/translated.ts';
import { qualityWords, words } from './words.ts';

const fillings = {
  good: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
  fair: 'M8 1a7 7 0 0 1 0 14z',
  poor: '',
  none: '',
};

/** How far a number can be trusted: a full, half or empty circle, and the words: it is the data that is good or poor, not the horse. */
export function QualityMark({
  quality,
  reason = null,
}: {
  quality: Metric['quality'];
  reason?: string | null;
}) {
  const told = [words.dataQuality(qualityWords[quality]), reason && (translated(reason) ?? reason)]
    .filter(Boolean)
    .join(': ');
  return (
    <span className={`quality ${quality}`} title={told}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <path d={fillings[quality]} fill="currentColor" />
      </svg>
      <span>{words.dataQuality(qualityWords[quality])}</span>
    </span>
  );
}
