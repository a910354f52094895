import { useRef } from 'react';
import { useWidth } from '../pieces/use-width.ts';
import { shortDay } from './days.ts';
import { words } from './words.ts';

export interface Part {
  readonly key: string;
  readonly value: number;
  readonly colour: string;
  readonly name: string;
}

export interface WeekBar {
  /** `YYYY-MM-DD`, the week's Monday. */
  readonly from: string;
  readonly parts: readonly Part[];
  readonly label: string;
}

const height = 150;
/** px. As wide as there is room, and never thinner than a finger can point at. */
const bar = { min: 24, max: 64 } as const;
const space = 6;
const left = 44;
const below = 22;

/** A stacked bar per week on a fixed scale. Weeks without a recording are marked as unknown, not as nothing. */
export function WeekBars({
  weeks,
  top,
  marks,
  unit,
}: {
  weeks: readonly WeekBar[];
  top: number;
  marks: readonly number[];
  unit: string;
}) {
  const place = useRef<HTMLElement>(null);
  const room = useWidth(place) - left - 5 * space;
  const barWidth = Math.min(bar.max, Math.max(bar.min, Math.floor(room / weeks.length) - space));
  const width = left + weeks.length * (barWidth + space) + 5 * space;
  const y = (value: number) => height - (Math.min(value, top) / top) * height;
  const labelEvery = Math.max(1, Math.ceil(weeks.length / 12));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section ref={place} className="week-bars" tabIndex={0} aria-label={words.weeksScroll}>
      <svg
        width={width}
        height={height + below + 10}
        viewBox={`0 -10 ${width} ${height + below + 10}`}
        role="img"
        aria-label={weeks.map(({ label }) => label).join('. ')}
      >
        {marks.map((mark) => (
          <g key={mark}>
            <line x1={left} x2={width} y1={y(mark)} y2={y(mark)} className="grid" />
            <text x={left - 6} y={y(mark) + 4} textAnchor="end">
              {mark === 0 ? unit : mark}
            </text>
          </g>
        ))}
        {weeks.map(({ from, parts, label }, index) => {
          const x = left + space + index * (barWidth + space);
          let below = 0;
          const total = parts.reduce((sum, { value }) => sum + value, 0);
          return (
            <g key={from}>
              <title>{label}</title>
              {parts.map(({ key, value, colour }) => {
                const [from, to] = [below, below + value];
                below = to;
                return value > 0 ? (
                  <rect
                    key={key}
                    x={x}
                    width={barWidth}
                    y={y(to)}
                    height={Math.max(0, y(from) - y(to))}
                    fill={colour}
                  />
                ) : null;
              })}
              {total === 0 && (
                <text x={x + barWidth / 2} y={height - 6} textAnchor="middle">
                  ?
                </text>
              )}
              {total > top && <path d={`M${x} 0l${barWidth / 2}-8l${barWidth / 2} 8z`} className="beyond" />}
              {index % labelEvery === 0 && (
                <text x={x} y={height + 16}>
                  {shortDay(from)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </section>
  );
}
