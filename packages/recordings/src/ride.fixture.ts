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
