import { useEffect, useState } from 'react';
import { clock, parseClock } from '../../format/times.ts';
import { select } from '../../ride/window.ts';
import { useRideView } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';

/** An edge of the part shown, as a clock that can be typed. */
export function ClockInput({ label, edge }: { label: string; edge: 'from' | 'to' }) {
  const { whole, window, show } = useRideView();
  const [text, setText] = useState(clock(window[edge]));
  useEffect(() => setText(clock(window[edge])), [window, edge]);
  const at = parseClock(text);
  const take = () => {
    if (at === null || clock(window[edge]) === text) return;
    show(edge === 'from' ? select(whole, at, window.to) : select(whole, window.from, at));
  };
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input numbers"
        inputMode="numeric"
        value={text}
        aria-invalid={at === null || undefined}
        title={at === null ? words.notATime : undefined}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
    </label>
  );
}
