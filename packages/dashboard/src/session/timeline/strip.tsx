import type { SessionResult } from '@piaffe/client';
import { type KeyboardEvent, useId, useRef } from 'react';
import { clock } from '../../format/times.ts';
import { useWidth } from '../../pieces/use-width.ts';
import { gaitDrawings, reinDrawings } from '../../ride/gaits.ts';
import { timeMarks } from '../../ride/time-marks.ts';
import { isWhole } from '../../ride/window.ts';
import type { Pin } from '../ride-time.ts';
import { words } from '../words.ts';
import { plotMargins } from './chart-options.ts';
import { markAfterKey, windowAfterKey } from './keys.ts';
import { useRideView, useTimeMark } from './ride-view.tsx';
import { jumpsHeight, StripJumps } from './strip-jumps.tsx';
import { StripBoxes, StripLabels } from './strip-row.tsx';
import { useStripGestures } from './use-strip-gestures.ts';

const sizes = { pins: 14, gaits: 38, gap: 3, reins: 22, asFound: 14, times: 22 };

/** px from the top to each row; those that a ride has nothing for take no room. */
function layOut(hasJumps: boolean, hasAsFound: boolean) {
  const gaits = sizes.pins + (hasJumps ? jumpsHeight : 0);
  const reins = gaits + sizes.gaits + sizes.gap;
  const asFound = reins + sizes.reins + sizes.gap;
  const end = hasAsFound ? asFound + sizes.asFound : reins + sizes.reins;
  return { jumps: sizes.pins, gaits, reins, asFound, end, height: end + sizes.times };
}

/**
 * The whole ride, jumps above gaits above reins. What is dragged on it decides what the charts show.
 *
 * @param asFound gaits and jumps as they were found, where they were corrected
 */
export function Strip({
  result,
  pins,
  asFound,
}: {
  result: Pick<SessionResult, 'segments' | 'reins' | 'jumps' | 'quality'>;
  pins: readonly Pin[];
  asFound: Pick<SessionResult, 'segments' | 'jumps'> | null;
}) {
  const view = useRideView();
  const { whole, window, show, mark } = view;
  const element = useRef<HTMLDivElement>(null);
  const help = useId();
  const width = useWidth(element);
  useStripGestures(element, view);

  const seconds = whole.to;
  const rows = layOut(result.jumps.length > 0, asFound !== null);
  const { height, end: boxesEnd } = rows;
  const x = (at: number) => (at / seconds) * width;
  const gaitRow = {
    parts: result.segments.map((one) => ({ ...one, drawing: gaitDrawings[one.gait] })),
    ...{ seconds, width, y: rows.gaits, height: sizes.gaits },
  };
  const reinRow = {
    parts: result.reins.flatMap((one) =>
      one.rein === 'none' ? [] : [{ ...one, drawing: reinDrawings[one.rein] }],
    ),
    ...{ seconds, width, y: rows.reins, height: sizes.reins },
  };
  const foundRow = {
    parts: (asFound?.segments ?? []).map((one) => ({ ...one, drawing: gaitDrawings[one.gait] })),
    ...{ seconds, width, y: rows.asFound, height: sizes.asFound },
  };
  const told = isWhole(whole, window)
    ? words.wholeRide
    : `${words.fromTo(clock(window.from), clock(window.to))} ${words.ofWhole(clock(seconds))}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moved = event.shiftKey ? markAfterKey(window, mark.get().marked, event.key) : null;
    const next = moved === null ? windowAfterKey(whole, window, event.key) : null;
    if (moved !== null) mark.mark(moved);
    else if (next !== null) show(next);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        ref={element}
        className="strip"
        style={{ marginLeft: plotMargins.left, marginRight: plotMargins.right, minHeight: height }}
        role="slider"
        tabIndex={0}
        aria-label={words.strip}
        aria-describedby={help}
        aria-valuemin={0}
        aria-valuemax={Math.round(seconds)}
        aria-valuenow={Math.round((window.from + window.to) / 2)}
        aria-valuetext={told}
        onKeyDown={onKeyDown}
      >
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            <StripBoxes {...gaitRow} />
            <StripBoxes {...reinRow} />
            <StripJumps jumps={result.jumps} x={x} y={rows.jumps} />
            {asFound !== null && (
              <>
                <StripBoxes {...foundRow} />
                <StripLabels {...foundRow} />
                {asFound.jumps.map(({ at }) => (
                  <circle
                    key={at}
                    className="found-jump"
                    cx={x(at)}
                    cy={rows.asFound + sizes.asFound / 2}
                    r={3}
                  />
                ))}
                <text className="row-name" x={-6} y={rows.asFound + sizes.asFound / 2}>
                  {words.asFound}
                </text>
              </>
            )}
            {result.quality.gaps.map(({ from, to }) => (
              <rect
                key={from}
                className="lost"
                x={x(from)}
                y={rows.gaits}
                width={Math.max(2, x(to) - x(from))}
                height={boxesEnd - rows.gaits}
              >
                <title>{words.gap}</title>
              </rect>
            ))}
            <StripLabels {...gaitRow} />
            <StripLabels {...reinRow} />
            {timeMarks(0, seconds, width / 80).map((at) => (
              <g key={at} className="time">
                <line x1={x(at)} x2={x(at)} y1={boxesEnd} y2={boxesEnd + 5} />
                <text x={Math.min(Math.max(x(at), 14), width - 18)} y={height - 4} textAnchor="middle">
                  {clock(at)}
                </text>
              </g>
            ))}
            {pins.map(({ id, at, text }) => (
              <path key={id} className="pin" d={`M${x(at) - 5} 2h10v5l-5 6-5-6z`}>
                <title>{text}</title>
              </path>
            ))}
            {!isWhole(whole, window) && (
              <g className="window">
                <rect
                  className="outside"
                  x={0}
                  y={rows.gaits}
                  width={x(window.from)}
                  height={boxesEnd - rows.gaits}
                />
                <rect
                  className="outside"
                  x={x(window.to)}
                  y={rows.gaits}
                  width={Math.max(0, width - x(window.to))}
                  height={boxesEnd - rows.gaits}
                />
                <rect
                  className="frame"
                  x={x(window.from)}
                  y={rows.gaits - 2}
                  width={Math.max(3, x(window.to) - x(window.from))}
                  height={boxesEnd - rows.gaits + 4}
                  rx={3}
                />
                {[window.from, window.to].map((at) => (
                  <rect
                    key={at}
                    className="handle"
                    x={x(at) - 3}
                    y={(rows.gaits + boxesEnd) / 2 - 12}
                    width={6}
                    height={24}
                    rx={3}
                  />
                ))}
              </g>
            )}
            <MarkLine x={x} from={rows.gaits} to={boxesEnd} />
          </svg>
        )}
      </div>
      <p className="tiny soft for-mice" id={help}>
        {words.timelineHelp}
      </p>
      <p className="tiny soft for-fingers">{words.timelineHelpTouch}</p>
    </>
  );
}

function MarkLine({ x, from, to }: { x: (at: number) => number; from: number; to: number }) {
  const { pointed, marked } = useTimeMark();
  return (
    <>
      {marked !== null && <line className="marked" x1={x(marked)} x2={x(marked)} y1={from - 4} y2={to + 4} />}
      {pointed !== null && <line className="pointed" x1={x(pointed)} x2={x(pointed)} y1={from - 4} y2={to} />}
    </>
  );
}
