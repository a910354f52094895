interface Span {
  readonly from: number;
  readonly to: number;
}

/** What lies at an instant, of spans that touch each other in order; null beyond them. */
export function spanAt<S extends Span>(spans: readonly S[], at: number): S | null {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as S;
    if (at < span.from) high = middle - 1;
    else if (at >= span.to && middle < spans.length - 1) low = middle + 1;
    else return at <= span.to ? span : null;
  }
  return null;
}

/** The spans that reach into a window. */
export function spansIn<S extends Span>(spans: readonly S[], { from, to }: Span): S[] {
  return spans.filter((span) => span.to > from && span.from < to);
}
