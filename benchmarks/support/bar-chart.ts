/** One group of bars, side by side under its name. */
export interface BarGroup {
  readonly name: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
}

const width = 720;
const labelWidth = 250;
const barHeight = 20;
const groupGap = 16;
const colours = ['#9db4c0', '#c2571a', '#5c6b73', '#e0a458'];

/** A picture of lengths, as SVG: groups below each other, one colour for each label, values written at the ends. */
export function barChart(title: string, unit: string, groups: readonly BarGroup[]): string {
  const labels = [...new Set(groups.flatMap(({ bars }) => bars.map(({ label }) => label)))];
  const longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const scale = (width - labelWidth - 90) / longest;
  const parts = [text(16, 26, title, 'font-weight="bold" font-size="15"')];
  labels.forEach((label, n) => {
    const x = labelWidth + n * 150;
    parts.push(rect(x, 40, 12, 12, colours[n]!), text(x + 18, 51, label));
  });
  let y = 70;
  for (const { name, bars } of groups) {
    parts.push(text(16, y + (bars.length * barHeight) / 2 + 4, name));
    for (const { label, value } of bars) {
      const length = Math.max(1, value * scale);
      parts.push(rect(labelWidth, y + 2, length, barHeight - 4, colours[labels.indexOf(label)]!));
      parts.push(text(labelWidth + length + 6, y + 15, `${Number(value.toPrecision(3))} ${unit}`));
      y += barHeight;
    }
    y += groupGap;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" \
font-family="system-ui, sans-serif" font-size="13"><title>${title}</title>
<rect width="100%" height="100%" fill="white"/>
${parts.join('\n')}
</svg>
`;
}

function rect(x: number, y: number, w: number, h: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${w.toFixed(1)}" height="${h}" fill="${fill}"/>`;
}

function text(x: number, y: number, words: string, attributes = ''): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y}" ${attributes}>${escaped}</text>`;
}
