import type { Motion } from './ride.fixture.ts';

const G = 9.80665;
type Vectors = readonly (readonly [number, number, number])[];

/** Movesense packets of a motion whose step is whole milliseconds, eight samples each, from `start` ms on. */
export function movesensePackets(motion: Motion, start = 599_025_762, perPacket = 8) {
  const vector = (vectors: Vectors, row: number, scale: number) => {
    const [x, y, z] = vectors[row]!;
    return { x: x * scale, y: y * scale, z: z * scale };
  };
  const packets = [];
  for (let from = 0; from < motion.time.length; from += perPacket) {
    const count = Math.min(perPacket, motion.time.length - from);
    const rows = Array.from({ length: count }, (_, i) => from + i);
    packets.push({
      Timestamp: start + Math.round(motion.time[from]! * 1000),
      ArrayAcc: rows.map((row) => vector(motion.acceleration, row, G)),
      ArrayGyro: rows.map((row) => vector(motion.angularRate, row, 1)),
    });
  }
  return packets;
}

/** The ways in which apps and tools wrap the packets, as JSON. */
export const MOVESENSE_WRAPPINGS: Record<string, (packets: ReturnType<typeof movesensePackets>) => string> = {
  'as streamed, in data': (packets) => JSON.stringify({ data: packets.map((packet) => ({ imu6: packet })) }),
  'indented, from memory': (packets) =>
    JSON.stringify({ Samples: packets.map((packet) => ({ MeasIMU6: packet })) }, null, 2),
  'by resource': (packets) => JSON.stringify({ Meas: { IMU6: packets } }),
  'acceleration and angular rate apart': (packets) =>
    JSON.stringify({
      Samples: packets.flatMap(({ Timestamp, ArrayAcc, ArrayGyro }) => [
        { MeasAcc: { Timestamp, ArrayAcc } },
        { MeasGyro: { ArrayGyro, Timestamp } },
      ]),
    }),
  'a line each': (packets) => packets.map((packet) => `${JSON.stringify({ MeasIMU6: packet })}\n`).join(''),
};
