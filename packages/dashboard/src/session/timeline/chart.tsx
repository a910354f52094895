import type { DisplaySeries, SessionResult } from '@piaffe/client';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import { dash } from '../../format/numbers.ts';
import { shown as inUnit } from '../../format/units.ts';
import { reasonText } from '../../language/reason-text.tsx';
import { useColours } from '../../pieces/use-colours.ts';
import { useWidth } from '../../pieces/use-width.ts';
import type { ChartName } from '../../ride/scales.ts';
import { nearestIndex, valuesOf } from '../../ride/series.ts';
import { select } from '../../ride/window.ts';
import { words } from '../words.ts';
import { chartOptions, quantityOf, unitText, valueText } from './chart-options.ts';
import { useRideView, useTimeMark } from './ride-view.tsx';

const height = 132;

/** One measure over the part of the ride that is shown. */
export function Chart({
  name,
  series,
  result,
}: {
  name: ChartName;
  series: DisplaySeries;
  result: SessionResult;
}) {
  const { name: title } = words.charts[name];
  const unit = unitText(name);
  const values = useMemo(() => valuesShown(name, series), [name, series]);
  return (
    <figure className="chart">
      <figcaption>
        <span>
          <strong>{title}</strong> <span className="tiny soft">{unit}</span>
        </span>
        {values && <ValueAtMark name={name} time={series.time} values={values} />}
      </figcaption>
      {values ? (
        <Canvas name={name} time={series.time} values={values} result={result} />
      ) : (
        <p className="small soft">{whyNothing(name, result)}</p>
      )}
    </figure>
  );
}

/** Turning needs a gyroscope, as reins do; they say what is missing. */
function whyNothing(name: ChartName, { metrics }: SessionResult): ReactNode {
  return reasonText(name === 'turnRate' ? metrics.reins.left.time.reason : null) ?? words.noSeries;
}

/** The values in the unit that the chart is in. */
function valuesShown(name: ChartName, series: DisplaySeries): readonly (number | null)[] | null {
  const values = valuesOf(series, name);
  const quantity = quantityOf(name);
  if (quantity === null || values === null) return values;
  // How high above the sea a ride was says nothing of it; how far it went up and down does.
  const zero = name === 'altitude' ? (values.find((value) => value !== null) ?? 0) : 0;
  return values.map((value) => (value === null ? null : inUnit(quantity, value - zero)));
}

interface Measured {
  readonly name: ChartName;
  readonly time: readonly number[];
  readonly values: readonly (number | null)[];
}

function ValueAtMark({ name, time, values }: Measured) {
  const { pointed, marked } = useTimeMark();
  const at = pointed ?? marked;
  if (at === null) return null;
  const value = values[nearestIndex(time, at)] ?? null;
  return <output className="numbers">{value === null ? dash : valueText(name, value)}</output>;
}

function Canvas({ name, time, values, result }: Measured & { result: SessionResult }) {
  const { name: title } = words.charts[name];
  const unit = unitText(name);
  const { whole, window, show, mark } = useRideView();
  const colours = useColours();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const width = useWidth(element);
  const isReady = width > 0;
  const shown = useRef({ window, width });
  shown.current = { window, width };

  useEffect(() => {
    if (!element.current || !isReady) return;
    let isOwn = false;
    const options = chartOptions(name, result, colours, {
      onPoint: (at) => {
        if (!isOwn) mark.point(at);
      },
      onMark: mark.mark,
      onSelect: (from, to) => show(select(whole, from, to)),
      onReset: () => show(whole),
    });
    const made = new uPlot(
      { ...options, width: shown.current.width, height },
      [time as number[], values as (number | null)[]],
      element.current,
    );
    made.setScale('x', { min: shown.current.window.from, max: shown.current.window.to });
    chart.current = made;
    const moveCursor = () => {
      const at = mark.at();
      isOwn = true;
      const left = at === null ? -10 : made.valToPos(at, 'x');
      const isInside = left >= 0 && left <= made.over.clientWidth;
      made.setCursor({ left: isInside ? left : -10, top: isInside ? 1 : -10 }, false);
      isOwn = false;
    };
    const unsubscribe = mark.subscribe(moveCursor);
    return () => {
      unsubscribe();
      made.destroy();
      chart.current = null;
    };
  }, [name, time, values, result, colours, isReady, mark, show, whole]);

  useEffect(() => chart.current?.setScale('x', { min: window.from, max: window.to }), [window]);
  useEffect(() => {
    if (isReady) chart.current?.setSize({ width, height });
  }, [width, isReady]);

  return <div ref={element} className="canvas" role="img" aria-label={words.chartLabel(title, unit)} />;
}
