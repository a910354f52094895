import { exactDuration } from '../format/times.ts';
import { type Gait, gaitDrawings, gaits } from '../ride/gaits.ts';

/** How a ride was spent, from left to right by gait; the letter stands where it fits. */
export function GaitBar({ times }: { times: readonly { readonly gait: Gait; readonly seconds: number }[] }) {
  const whole = times.reduce((sum, { seconds }) => sum + seconds, 0);
  const parts = gaits
    .map((gait) => ({ gait, seconds: times.find((time) => time.gait === gait)?.seconds ?? 0 }))
    .filter(({ seconds }) => seconds > 0);
  const told = parts
    .map(({ gait, seconds }) => `${gaitDrawings[gait].name} ${exactDuration(seconds)}`)
    .join(', ');
  return (
    <div className="gait-bar" role="img" aria-label={told} title={told}>
      {parts.map(({ gait, seconds }) => {
        const { colour, ink, letter } = gaitDrawings[gait];
        return (
          <span
            key={gait}
            className={gait === 'unknown' ? 'unknown' : undefined}
            style={{ flexGrow: seconds, backgroundColor: colour, color: ink }}
          >
            {seconds / whole > 0.045 && letter}
          </span>
        );
      })}
    </div>
  );
}
