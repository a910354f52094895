import type { DisplaySeries, SessionResult } from '@piaffe/client';
import { type PointerEvent, useMemo, useRef } from 'react';
import { withUnit } from '../../format/units.ts';
import { useWidth } from '../../pieces/use-width.ts';
import { gaitDrawings } from '../../ride/gaits.ts';
import { nearestPlace, type Place, placeAt, placesOf, stretchesOf } from '../../ride/way.ts';
import { isWhole } from '../../ride/window.ts';
import { words } from '../words.ts';
import { useRideView, useTimeMark } from './ride-view.tsx';
import { ScaleBar } from './scale-bar.tsx';
import { fitWay, type WayFit } from './way-fit.ts';
import '../../styles/way.css';

/** px; the letters of gaits stand on stretches that are longer than this. */
const roomForLetter = 46;

/** Where the ride went, as a drawing: nobody is asked for a map. */
export function Way({ series, result }: { series: DisplaySeries; result: SessionResult }) {
  const places = useMemo(() => placesOf(series), [series]);
  if (places === null || places.length < 2) return null;
  return <DrawnWay places={places} result={result} />;
}

function DrawnWay({ places, result }: { places: readonly Place[]; result: SessionResult }) {
  const { whole, window, mark } = useRideView();
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const stretches = useMemo(() => stretchesOf(places, result.segments), [places, result.segments]);
  const fit = useMemo(() => fitWay(places, width), [places, width]);
  const { distance } = result.metrics.position;

  const placeUnder = ({ clientX, clientY }: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    if (!box) return null;
    const { east, north } = fit.placeOf(clientX - box.left, clientY - box.top);
    return nearestPlace(places, east, north);
  };
  return (
    <figure className="way">
      <figcaption className="small">
        <strong>{words.way.title}</strong>{' '}
        {distance.value !== null && <span className="soft">{withUnit('distance', distance.value)}</span>}
      </figcaption>
      <div
        ref={element}
        onPointerMove={(event) => mark.point(placeUnder(event)?.at ?? null)}
        onPointerLeave={() => mark.point(null)}
        onPointerUp={(event) => mark.mark(placeUnder(event)?.at ?? null)}
      >
        {width > 0 && (
          <svg width={width} height={fit.height} role="img" aria-label={words.way.label}>
            {stretches.map(({ gait, places: part }) => {
              const from = part[0]?.at ?? 0;
              const isShown =
                isWhole(whole, window) || ((part.at(-1)?.at ?? 0) > window.from && from < window.to);
              return (
                <polyline
                  key={from}
                  className={isShown ? 'stretch' : 'stretch faded'}
                  points={part.map(({ east, north }) => `${fit.x(east)},${fit.y(north)}`).join(' ')}
                  stroke={gaitDrawings[gait].colour}
                />
              );
            })}
            {stretches.map(({ gait, places: part }) => (
              <Letter key={part[0]?.at} gait={gait} places={part} fit={fit} />
            ))}
            <Ends places={places} fit={fit} />
            <NorthArrow x={width - 22} />
            <ScaleBar metresPerPixel={fit.metresPerPixel} y={fit.height - 10} />
            <Here places={places} fit={fit} />
          </svg>
        )}
      </div>
    </figure>
  );
}

/** So that colours do not stand alone. */
function Letter({
  gait,
  places,
  fit,
}: {
  gait: keyof typeof gaitDrawings;
  places: readonly Place[];
  fit: WayFit;
}) {
  const middle = places[places.length >> 1] as Place;
  const pixels = places.map(({ east, north }) => [fit.x(east), fit.y(north)] as const);
  const extent =
    Math.max(...pixels.map(([x]) => x)) -
    Math.min(...pixels.map(([x]) => x)) +
    Math.max(...pixels.map(([, y]) => y)) -
    Math.min(...pixels.map(([, y]) => y));
  if (extent < roomForLetter) return null;
  const { colour, ink, letter } = gaitDrawings[gait];
  return (
    <g transform={`translate(${fit.x(middle.east)} ${fit.y(middle.north)})`}>
      <circle r={8} fill={colour} />
      <text fill={ink} textAnchor="middle" dominantBaseline="central">
        {letter}
      </text>
    </g>
  );
}

function Ends({ places, fit }: { places: readonly Place[]; fit: WayFit }) {
  const [start, end] = [places[0] as Place, places.at(-1) as Place];
  return (
    <>
      <circle className="start" cx={fit.x(start.east)} cy={fit.y(start.north)} r={6}>
        <title>{words.way.start}</title>
      </circle>
      <rect className="end" x={fit.x(end.east) - 5} y={fit.y(end.north) - 5} width={10} height={10}>
        <title>{words.way.end}</title>
      </rect>
    </>
  );
}

function NorthArrow({ x }: { x: number }) {
  return (
    <g className="north" transform={`translate(${x} 8)`}>
      <path d="M0 0 6 16 0 12-6 16z" />
      <text y={29} textAnchor="middle">
        {words.way.north}
      </text>
    </g>
  );
}

/** Where one points or marked, as in the strip and the charts. */
function Here({ places, fit }: { places: readonly Place[]; fit: WayFit }) {
  const { pointed, marked } = useTimeMark();
  const at = pointed ?? marked;
  const place = at === null ? null : placeAt(places, at);
  if (place === null) return null;
  return <circle className="here" cx={fit.x(place.east)} cy={fit.y(place.north)} r={7} />;
}
