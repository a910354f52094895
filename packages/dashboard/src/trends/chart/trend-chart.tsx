import type { MetricTrend, HorseTrend as Trend } from '@piaffe/client';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import { goTo } from '../../app/navigation.tsx';
import { addresses } from '../../app/route.ts';
import { useColours } from '../../pieces/use-colours.ts';
import { useWidth } from '../../pieces/use-width.ts';
import { scaleOf, unitText } from '../trend-metrics.ts';
import { words } from '../words.ts';
import { drawBehind, drawSessions, large, small } from './draw-trend.ts';
import { nearestPoint, type Point, pointsOf } from './plot.ts';
import { pointText } from './point-text.ts';
import { trendAxes } from './trend-axes.ts';

/** What all charts of the page share. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * A dot per session over time. The large one is looked into with the pointer or the arrow keys, and a click or Enter
 * opens the ride; the small one is only a picture.
 */
export function TrendChart({
  trend,
  metric,
  span,
  size,
  timeZone,
  height,
}: {
  trend: Trend;
  metric: MetricTrend;
  span: TimeSpan;
  size: 'large' | 'small';
  timeZone: string;
  height: number;
}) {
  const colours = useColours();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const width = useWidth(element);
  const isReady = width > 0;
  const points = useMemo(() => pointsOf(trend, metric), [trend, metric]);
  const [chosen, setChosen] = useState<Point | null>(null);
  const shown = useRef({ chosen, width });
  shown.current = { chosen, width };
  const { name } = words.metrics[metric.metric];
  const unit = unitText(metric.metric);
  const isLarge = size === 'large';

  useEffect(() => {
    if (!element.current || !isReady) return;
    const scale = scaleOf(metric.metric);
    const sizes = isLarge ? large : small;
    const times = trend.sessions.map(({ at }) => Date.parse(at) / 1000);
    const made = new uPlot(
      {
        width: shown.current.width,
        height,
        padding: isLarge ? [12, 16, 0, 0] : [6, 6, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { auto: false, time: true }, y: { range: [scale.from, scale.to] } },
        axes: trendAxes(scale, colours, isLarge, timeZone),
        series: [{}, { paths: () => null, points: { show: false } }],
        hooks: {
          drawClear: [(plot) => drawBehind(plot, trend, points, scale, colours, sizes)],
          draw: [
            (plot) => drawSessions(plot, metric, times, points, scale, colours, sizes, shown.current.chosen),
          ],
        },
      },
      [[...times], [...metric.points.value]],
      element.current,
    );
    made.setScale('x', { min: span.from, max: span.to });
    chart.current = made;
    return () => {
      made.destroy();
      chart.current = null;
    };
  }, [trend, metric, points, colours, isReady, isLarge, height, span, timeZone]);

  useEffect(() => {
    if (isReady) chart.current?.setSize({ width, height });
  }, [width, isReady, height]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen changes what is drawn
  useEffect(() => chart.current?.redraw(false), [chosen]);

  const label = words.chartLabel(name, unit, points.length);
  if (!isLarge) return <div ref={element} className="canvas" role="img" aria-label={label} />;

  const current = chosen ?? points.at(-1) ?? null;
  const pointAt = (clientX: number) => {
    const over = chart.current?.over;
    if (!over || !chart.current) return null;
    return nearestPoint(points, chart.current.posToVal(clientX - over.getBoundingClientRect().left, 'x'));
  };
  const press = (event: KeyboardEvent) => {
    if (!current) return;
    const place = points.indexOf(current);
    const step = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: points.length - 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen(points[Math.min(points.length - 1, Math.max(0, step))] ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      goTo(addresses.session(current.id));
    }
  };
  const text = current ? pointText(current, metric, timeZone) : words.nothingMeasured;
  return (
    <>
      <p className="small trend-readout" aria-hidden="true">
        {chosen ? text : words.pointAtDot}
      </p>
      <div
        ref={element}
        className="canvas"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={points.length === 0 ? 0 : 1}
        aria-valuemax={points.length}
        aria-valuenow={current ? points.indexOf(current) + 1 : 0}
        aria-valuetext={text}
        onKeyDown={press}
        onBlur={() => setChosen(null)}
        onPointerMove={(event) => setChosen(pointAt(event.clientX))}
        onPointerLeave={() => setChosen(null)}
        onClick={(event) => {
          const point = pointAt(event.clientX);
          if (point) goTo(addresses.session(point.id));
        }}
      />
    </>
  );
}
