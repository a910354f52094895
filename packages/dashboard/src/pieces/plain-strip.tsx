import type { SessionResult } from '@piaffe/client';
import { clock } from '../format/times.ts';
import { gaitDrawings, reinDrawings } from '../ride/gaits.ts';
import { timeMarks } from '../ride/time-marks.ts';
import '../styles/plain-strip.css';
import { GaitBar } from './gait-bar.tsx';

/** Shares of the width from which on a letter fits. */
const roomForLetter = 0.035;

/**
 * A ride from beginning to end as a picture that is only looked at: jumps, gaits, reins. It prints as it stands.
 *
 * @param seconds how much time the width stands for: the longer one, of two rides below each other
 */
export function PlainStrip({
  result,
  seconds,
}: {
  result: Pick<SessionResult, 'segments' | 'reins' | 'jumps' | 'metrics'>;
  seconds: number;
}) {
  const share = (from: number, to: number) => (to - from) / seconds;
  const at = (instant: number) => ({ left: `${(100 * instant) / seconds}%` });
  const spent = Object.entries(result.metrics.gaits).map(([gait, { time }]) => ({
    gait: gait as keyof typeof gaitDrawings,
    seconds: time.value ?? 0,
  }));
  return (
    <div className="plain-strip">
      {result.jumps.length > 0 && (
        <div className="jump-marks" aria-hidden="true">
          {result.jumps.map((jump) => (
            <span key={jump.at} style={at(jump.at)} />
          ))}
        </div>
      )}
      <div className="gaits" aria-hidden="true">
        {result.segments.map(({ gait, from, to }) => {
          const { colour, ink, letter } = gaitDrawings[gait];
          const style = {
            ...at(from),
            width: `${100 * share(from, to)}%`,
            backgroundColor: colour,
            color: ink,
          };
          return (
            <span key={from} style={style}>
              {share(from, to) > roomForLetter && letter}
            </span>
          );
        })}
      </div>
      <div className="reins" aria-hidden="true">
        {result.reins.map(({ rein, from, to }) => {
          if (rein === 'none') return null;
          const { colour, ink, letter } = reinDrawings[rein];
          const style = {
            ...at(from),
            width: `${100 * share(from, to)}%`,
            backgroundColor: colour,
            color: ink,
          };
          return (
            <span key={from} style={style}>
              {share(from, to) > roomForLetter && letter}
            </span>
          );
        })}
      </div>
      <div className="clocks numbers" aria-hidden="true">
        {timeMarks(0, seconds, 5).map((instant) => (
          <span key={instant} style={at(instant)}>
            {clock(instant)}
          </span>
        ))}
      </div>
      <div className="for-screen-readers">
        <GaitBar times={spent} />
      </div>
    </div>
  );
}
