import type { HorseTrend as Trend } from '@piaffe/client';
import { words } from './words.ts';

/** What the marks on the chart stand for. */
export function ChartKey({ trend }: { trend: Trend }) {
  const entries = [
    { mark: <circle cx="10" cy="8" r="4.5" className="solid" />, text: words.keySession },
    { mark: <circle cx="10" cy="8" r="4.5" className="hollow" />, text: words.keyDoubt },
    {
      mark: (
        <g className="out">
          <circle cx="10" cy="8" r="3.5" className="solid" />
          <circle cx="10" cy="8" r="6.5" className="hollow" />
        </g>
      ),
      text: words.keyOut,
    },
    { mark: <path d="M1 11 7 7l6 2 6-5" className="line" />, text: words.keyMedian },
    { mark: <rect x="5" y="1" width="10" height="14" className="band" />, text: words.keyBand },
    ...(trend.events.length > 0
      ? [{ mark: <path d="M10 0v16" className="event" />, text: words.keyEvent }]
      : []),
    ...(trend.versionChanges.length > 0
      ? [{ mark: <path d="M10 0v16" className="version" />, text: words.keyVersion }]
      : []),
  ];
  return (
    <ul className="chart-key tiny">
      {entries.map(({ mark, text }) => (
        <li key={text}>
          <svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true">
            {mark}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
