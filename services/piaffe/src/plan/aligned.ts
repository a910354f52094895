import { padEnd, wrap } from '../render/layout.ts';
import { cellsOf } from '../render/style.ts';

const between = '  ';

/** Rows in columns as wide as they need, all to the left; the last column is broken between words to fit `width`. */
export function aligned(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const count = Math.max(...rows.map((row) => row.length));
  const cells = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => cellsOf(row[column] ?? ''))),
  );
  const indent = cells.slice(0, -1).reduce((sum, each) => sum + each + between.length, 0);
  return rows.flatMap((row) => {
    const before = cells.slice(0, -1).map((each, column) => padEnd(row[column] ?? '', each) + between);
    const [first = '', ...others] = wrap(row[count - 1] ?? '', Math.max(20, width - indent));
    return [before.join('') + first, ...others.map((line) => ' '.repeat(indent) + line)].map((line) =>
      line.trimEnd(),
    );
  });
}
