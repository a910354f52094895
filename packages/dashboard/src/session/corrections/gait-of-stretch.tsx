import { useState } from 'react';
import { Field } from '../../pieces/field.tsx';
import { type Gait, gaitDrawings, gaits } from '../../ride/gaits.ts';
import { ClockInput } from '../actions/clock-input.tsx';
import { useRideView } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';
import { milliseconds, withGait } from './draft.ts';
import type { CorrectionsView } from './use-corrections.ts';

/** Which gait the part of the strip that is shown was. */
export function GaitOfStretch({ corrections: { draft, change, offset } }: { corrections: CorrectionsView }) {
  const { window } = useRideView();
  const [gait, setGait] = useState<Gait>('trot');
  const set = () => {
    const [from, to] = [window.from + offset, window.to + offset].map(milliseconds) as [number, number];
    change(withGait(draft, { gait, from, to }));
  };
  return (
    <div className="trim-times">
      <ClockInput label={words.stretchFrom} edge="from" />
      <ClockInput label={words.stretchTo} edge="to" />
      <Field label={words.itWas}>
        {(control) => (
          <select {...control} value={gait} onChange={({ target }) => setGait(target.value as Gait)}>
            {gaits.map((one) => (
              <option key={one} value={one}>
                {gaitDrawings[one].name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="button" className="button" onClick={set}>
        {words.setGait}
      </button>
    </div>
  );
}
