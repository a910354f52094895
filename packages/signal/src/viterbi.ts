/**
 * The most likely sequence of states (Viterbi 1967): maximises the sum of the logarithms along the path.
 *
 * @param logEmission n x states, row by row: log-likelihood of observation i in each state. -Infinity forbids.
 * @param logTransition states x states: `[from * states + to]`.
 * @param logInitial one per state; equal when left out.
 * @returns n states; of equally likely ones the lowest. Empty without observations.
 * @throws RangeError when the lengths do not fit each other, or there are more than 256 states.
 */
export function viterbi(
  logEmission: ArrayLike<number>,
  logTransition: ArrayLike<number>,
  logInitial?: ArrayLike<number>,
): Uint8Array {
  const states = Math.sqrt(logTransition.length);
  if (!(Number.isInteger(states) && states >= 1 && states <= 256)) {
    throw new RangeError(`${logTransition.length} transitions do not make a square of 1 to 256 states`);
  }
  const n = logEmission.length / states;
  if (!Number.isInteger(n))
    throw new RangeError(`${logEmission.length} emissions do not fit ${states} states`);
  if (logInitial && logInitial.length !== states) {
    throw new RangeError(`${logInitial.length} initial values do not fit ${states} states`);
  }
  const path = new Uint8Array(n);
  if (n === 0) return path;

  const cameFrom = new Uint8Array(n * states);
  let score = new Float64Array(states);
  let next = new Float64Array(states);
  for (let s = 0; s < states; s++) score[s] = logEmission[s] + (logInitial?.[s] ?? 0);
  for (let i = 1; i < n; i++) {
    for (let to = 0; to < states; to++) {
      let from = 0;
      let best = score[0] + logTransition[to];
      for (let s = 1; s < states; s++) {
        const candidate = score[s] + logTransition[s * states + to];
        if (candidate > best) {
          best = candidate;
          from = s;
        }
      }
      cameFrom[i * states + to] = from;
      next[to] = best + logEmission[i * states + to];
    }
    [score, next] = [next, score];
  }
  let state = 0;
  for (let s = 1; s < states; s++) if (score[s] > score[state]) state = s;
  for (let i = n - 1; i > 0; i--) {
    path[i] = state;
    state = cameFrom[i * states + state];
  }
  path[0] = state;
  return path;
}
