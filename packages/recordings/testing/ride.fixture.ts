/** A made-up motion: gravity along a tilted axis, a trunk bouncing twice and turning once per stride. */
export interface Motion {
  readonly time: readonly number[];
  /** g */
  readonly acceleration: readonly (readonly [number, number, number])[];
  /** deg/s */
  readonly angularRate: readonly (readonly [number, number, number])[];
}

export function makeMotion(options: {
  seconds: number;
  rateHz?: number;
  gravity?: number;
  amplitude?: number;
}): Motion {
  const rateHz = options.rateHz ?? 100;
  const gravity = options.gravity ?? 1;
  const amplitude = options.amplitude ?? 0.6;
  const n = Math.round(options.seconds * rateHz);
  const time = Array.from({ length: n }, (_, i) => i / rateHz);
  return {
    time,
    acceleration: time.map((t, i) => {
      const bounce = amplitude * Math.sin(2 * Math.PI * 2.6 * t) + 0.02 * Math.sin(i * 12.9898);
      return [
        0.3 * gravity + 0.2 * amplitude * Math.cos(2 * Math.PI * 1.3 * t),
        -0.1 * gravity + 0.1 * amplitude * Math.sin(2 * Math.PI * 1.3 * t + 1),
        Math.sqrt(1 - 0.1) * gravity + bounce,
      ] as const;
    }),
    angularRate: time.map(
      (t) =>
        [
          40 * Math.sin(2 * Math.PI * 1.3 * t),
          60 * Math.cos(2 * Math.PI * 2.6 * t),
          15 + 20 * Math.sin(2 * Math.PI * 0.2 * t),
        ] as const,
    ),
  };
}

/** A CSV of the motion in s, m/s2 and deg/s. */
export function rideCsv(options: { seconds: number; rateHz?: number }): string {
  const motion = makeMotion(options);
  const rows = motion.time.map((t, i) =>
    [
      t.toFixed(4),
      ...motion.acceleration[i]!.map((value) => (value * 9.80665).toFixed(5)),
      ...motion.angularRate[i]!.map((value) => value.toFixed(4)),
    ].join(','),
  );
  return `t_s,ax_ms2,ay_ms2,az_ms2,gx_dps,gy_dps,gz_dps\n${rows.join('\n')}\n`;
}

/** The bytes of a text (or bytes) in chunks of one size. */
export async function* streamOf(
  content: string | Uint8Array,
  chunkBytes = 65_536,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

/** The motion as an MPU prints it: epoch ms and six counts, at the given ranges in g and deg/s. */
export function rawCounts(motion: Motion, separator = ' ', rangeG = 2): string {
  const counts = (value: number, perUnit: number) =>
    Math.max(-32_768, Math.min(32_767, Math.round(value * perUnit)));
  return motion.time
    .map((t, i) =>
      [
        1_714_552_200_000 + Math.round(t * 1000),
        ...motion.acceleration[i]!.map((value) => counts(value, 32_768 / rangeG)),
        ...motion.angularRate[i]!.map((value) => counts(value, 131)),
      ].join(separator),
    )
    .map((row) => `${row}\n`)
    .join('');
}

/** One file of a Sensor Logger export; `vectors` in its unit. */
export function sensorLoggerCsv(time: readonly number[], vectors: readonly (readonly number[])[]): string {
  const rows = time.map((t, i) => {
    const [x, y, z] = vectors[i]!;
    return `${1_714_552_200_000_000_000n + BigInt(Math.round(t * 1e9))},${t},${z},${y},${x}`;
  });
  return `time,seconds_elapsed,z,y,x\n${rows.join('\n')}\n`;
}

/** A phyphox export of the acceleration, with or without gravity by its name; numbers as the app prints them. */
export function phyphoxCsv(
  motion: Motion,
  options: { linear?: boolean; gyroscope?: boolean; separator?: string; decimalComma?: boolean } = {},
): string {
  const { separator = ',', decimalComma = false } = options;
  const name = options.linear ? 'Linear Acceleration' : 'Acceleration';
  const quote = separator === ',' ? '"' : '';
  const axes = ['x', 'y', 'z'];
  const names = ['Time (s)', ...axes.map((axis) => `${name} ${axis} (m/s^2)`)];
  if (options.gyroscope) names.push(...axes.map((axis) => `Gyroscope ${axis} (rad/s)`));
  const number = (value: number) => {
    const text = value.toExponential(9).toUpperCase().replace('E+', 'E');
    return decimalComma ? text.replace('.', ',') : text;
  };
  const rows = motion.time.map((t, i) => {
    const values = [t, ...motion.acceleration[i]!.map((value) => value * 9.80665)];
    if (options.gyroscope) values.push(...motion.angularRate[i]!.map((value) => (value * Math.PI) / 180));
    return values.map(number).join(separator);
  });
  return `${names.map((written) => quote + written + quote).join(separator)}\n${rows.join('\n')}\n`;
}
