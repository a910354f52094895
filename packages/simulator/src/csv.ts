import type { Ride } from './simulate.ts';

const csvHeader = 't_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps';
const rowsPerBlock = 2000;

/** The recording as CSV, in blocks of whole lines: long rides are written without ever being held as text. */
export function* toCsv(ride: Ride): Iterable<string> {
  const { time, acceleration: a, angularRate: w } = ride;
  yield `${csvHeader}\n`;
  for (let start = 0; start < time.length; start += rowsPerBlock) {
    const end = Math.min(start + rowsPerBlock, time.length);
    let block = '';
    for (let i = start; i < end; i++)
      block += `${time[i].toFixed(4)},${a.x[i].toFixed(5)},${a.y[i].toFixed(5)},${a.z[i].toFixed(5)},${w.x[i].toFixed(3)},${w.y[i].toFixed(3)},${w.z[i].toFixed(3)}\n`;
    yield block;
  }
}
