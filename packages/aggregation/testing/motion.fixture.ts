import type { Motion } from '../motion/motion.ts';

const rateHz = 100;

/** A horse that moves exactly as told: vertical position (m) and yaw rate (deg/s) as functions of time (s). */
export function exactMotion(
  durationSeconds: number,
  {
    position = () => 0,
    yaw = () => 0,
  }: { position?: (time: number) => number; yaw?: (time: number) => number },
): Motion {
  const samples = Math.round(durationSeconds * rateHz) + 1;
  const channel = (value: (time: number) => number) =>
    Float32Array.from({ length: samples }, (_, i) => value(i / rateHz));
  const h = 1e-3;
  const acceleration = (t: number) =>
    (position(t + h) - 2 * position(t) + position(t - h)) / (h * h) / 9.80665;
  const still = () => new Float32Array(samples);
  return {
    rateHz,
    samples,
    durationSeconds,
    vertical: channel(acceleration),
    level: [still(), still()],
    swing: [still(), still()],
    yaw: channel(yaw),
    verticalSource: 'gravity-and-gyroscope',
    offsetMeasured: true,
    clipped: null,
    sourceRateHz: rateHz,
    gaps: [],
    parts: [{ from: 0, to: durationSeconds }],
    notes: [],
  };
}
