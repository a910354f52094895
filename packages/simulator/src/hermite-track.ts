/** A knot: the value at a time (s), and how it changes there. */
export interface HermiteKnot {
  readonly time: number;
  readonly value: number;
  /** Per s; at rest if left out. */
  readonly slope?: number;
  /** Per s2; 0 if left out. */
  readonly curvature?: number;
}

/**
 * A quantity that passes each knot with a given slope and curvature, along the one quintic that does so (Hermite).
 * Between two knots in free fall that quintic is the parabola itself. Before the first knot and after the last the
 * value stays as it is there; without any it is 0.
 */
export class HermiteTrack {
  readonly #pieces: Piece[] = [];
  #last: HermiteKnot | null = null;

  add(knot: HermiteKnot): this {
    const last = this.#last;
    if (last && !(knot.time > last.time))
      throw new RangeError(`A knot at ${knot.time} s after one at ${last.time} s`);
    if (last) this.#pieces.push(pieceBetween(last, knot));
    this.#last = knot;
    return this;
  }

  /** A cursor of its own; cheap when moved forward in small steps, correct in any order. */
  reader(): HermiteReader {
    return new HermiteReader(this.#pieces);
  }
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** Of 1, s, ... s^5, s being the time since `from`. */
  readonly coefficients: Float64Array;
}

function pieceBetween(start: HermiteKnot, end: HermiteKnot): Piece {
  const t = end.time - start.time;
  const { value: p, slope: v = 0, curvature: a = 0 } = start;
  const rest = end.value - p - v * t - (a * t * t) / 2;
  const restSlope = ((end.slope ?? 0) - v - a * t) * t;
  const restCurvature = ((end.curvature ?? 0) - a) * t * t;
  return {
    from: start.time,
    to: end.time,
    coefficients: Float64Array.of(
      p,
      v,
      a / 2,
      (10 * rest - 4 * restSlope + restCurvature / 2) / t ** 3,
      (-15 * rest + 7 * restSlope - restCurvature) / t ** 4,
      (6 * rest - 3 * restSlope + restCurvature / 2) / t ** 5,
    ),
  };
}

/** A place on such a track. */
export class HermiteReader {
  value = 0;
  slope = 0;
  curvature = 0;
  readonly #pieces: readonly Piece[];
  #index = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  moveTo(time: number): this {
    const pieces = this.#pieces;
    if (pieces.length === 0) return this;
    let i = this.#index;
    while (i > 0 && pieces[i].from > time) i--;
    while (i + 1 < pieces.length && pieces[i].to <= time) i++;
    this.#index = i;
    const { from, to, coefficients: c } = pieces[i];
    const s = Math.min(Math.max(time, from), to) - from;
    this.value = c[0] + s * (c[1] + s * (c[2] + s * (c[3] + s * (c[4] + s * c[5]))));
    const moves = time >= from && time < to;
    this.slope = moves ? c[1] + s * (2 * c[2] + s * (3 * c[3] + s * (4 * c[4] + 5 * s * c[5]))) : 0;
    this.curvature = moves ? 2 * c[2] + s * (6 * c[3] + s * (12 * c[4] + 20 * s * c[5])) : 0;
    return this;
  }
}
