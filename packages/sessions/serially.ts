/** Runs what it is given one after the other, in order; a failure stops nobody behind it. */
export function serially(): <T>(body: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const turn = last.then(body, body);
    last = turn;
    return turn;
  };
}
