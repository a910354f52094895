import { parseUnit, type Unit } from './units.ts';

/** What the header of one column says. */
export interface ColumnName {
  /** Position in the row, from 0. */
  readonly index: number;
  readonly written: string;
  readonly quantity: 'time' | 'acceleration' | 'angular rate' | 'g' | 'axis' | 'other';
  readonly axis: 'x' | 'y' | 'z' | null;
  /** True when the name says that gravity is taken out (linear, user acceleration). */
  readonly linear: boolean;
  readonly unit: Unit | null;
  /** Name of the set of three that the column belongs to: the name without axis and unit. */
  readonly set: string;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** A name longer than this is damage; looking for a unit in it could take for ever. */
const LONGEST_NAME = 200;

const TIME_WORDS = words(
  't ts time times timestamp timestamps datetime epoch epoc unix unixtime elapsed clock uptime utc zeit temps tiempo tempo tijd ' +
    's sec secs seconds ms millis milliseconds us micros microseconds ns nanos nanoseconds',
);
const ACCELERATION_WORDS = words(
  'a ac acc accel accl accelero acceleration accelerations accelerometer gf gforce ' +
    'la lacc linacc useracceleration linearacceleration totalacceleration ' +
    'beschleunigung beschl accélération accéléromètre aceleración aceleracion accelerazione versnelling',
);
const RATE_WORDS = words(
  'gy gyr gyro gyros gyroscope gyrometer w ω omega rot rotation rotationrate angular angularrate angularvelocity ' +
    'gyroskop drehrate winkelgeschwindigkeit giroscopio giroscópio giroscoop',
);
const LINEAR_WORDS = words(
  'linear lin user la lacc linacc useracceleration linearacceleration without ohne nograv lineare linéaire lineaire lineal',
);
/** Words of columns that are derived, or belong to another sensor, though they may have three axes. */
const OTHER_WORDS = words(
  'mag magn magnet magnetic magnetometer magneto gravity grav vector quaternion quat q orientation euler attitude angle angles ' +
    'temp temperature absolute abs magnitude norm norme std var variance bias offset position pos speed distance ' +
    'jerk lat lon latitude longitude altitude absolutbetrag betrag',
);
const JOINED =
  /^(a|ac|acc|accel|accl|accelerometer|acceleration|la|lin|linacc|gf|g|gy|gyr|gyro|gyroscope|w|om|omega|rot|m|mag)([xyz])$/;

function tokensOf(text: string): string[] {
  const tokens = text
    .replace(/g[Ff]([xyzXYZ])/g, 'gf $1')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}²°]+/u)
    .filter((token) => token !== '');
  // The "gy" of "GyX" has its axis, and is no g along y.
  if (tokens.some((token) => /^[xyz]$/.test(token))) return tokens;
  return tokens.flatMap((token) => {
    const joined = JOINED.exec(token);
    return joined ? [joined[1]!, joined[2]!] : [token];
  });
}

/** Takes a unit in brackets, after a slash or as the last words off a name. */
function takeUnit(written: string): { name: string; unit: Unit | null } {
  const bracketed = /^(.*?)[([{]([^)\]}]*)[)\]}]\s*$/.exec(written);
  if (bracketed) {
    const unit = parseUnit(bracketed[2]!);
    return { name: unit ? bracketed[1]! : `${bracketed[1]} ${bracketed[2]}`, unit };
  }
  const ends = [...written.matchAll(/[\s_./-]+/g)].map((match) => match.index);
  for (const end of ends) {
    if (end === 0) continue;
    const tail = written.slice(end).replace(/^[\s_./-]+/, '');
    const unit = parseUnit(tail.replace(/^in\s+/, ''));
    if (unit && tokensOf(written.slice(0, end)).length > 0) return { name: written.slice(0, end), unit };
  }
  return { name: written, unit: null };
}

function quantityOf(
  tokens: readonly string[],
  axis: string | null,
  unit: Unit | null,
): ColumnName['quantity'] {
  const has = (list: ReadonlySet<string>) => tokens.some((token) => list.has(token));
  if (axis === null) {
    const isTime = has(TIME_WORDS) && !has(ACCELERATION_WORDS) && !has(RATE_WORDS) && !has(OTHER_WORDS);
    return isTime ? 'time' : 'other';
  }
  if (has(OTHER_WORDS) || tokens.includes('m')) return 'other';
  if (has(RATE_WORDS) && !(tokens.includes('angular') && has(ACCELERATION_WORDS))) return 'angular rate';
  if (tokens.includes('angular')) return 'other';
  if (has(ACCELERATION_WORDS)) return 'acceleration';
  const byUnit = unit?.of === 'acceleration' || unit?.of === 'angular rate' ? unit.of : null;
  // "x (deg/s)" says by its unit what it measures, as does "gx (g)".
  if (tokens.includes('g')) return byUnit ?? 'g';
  // Nothing but a gyroscope turns in deg/s; forces and thresholds are in g too.
  if (byUnit === 'angular rate') return byUnit;
  const rest = tokens.filter(
    (token) => !['x', 'y', 'z', 'axis', 'achse', 'axe', 'raw', 'data', 'value', 'imu'].includes(token),
  );
  return rest.length === 0 ? (byUnit ?? 'axis') : 'other';
}

/** Reads one column name: quantity, axis, unit, in any letter case and with any usual spelling. */
export function readColumnName(written: string, index: number): ColumnName {
  const { name, unit } = takeUnit(written.slice(0, LONGEST_NAME));
  const tokens = tokensOf(name);
  const axes = tokens.filter((token) => token === 'x' || token === 'y' || token === 'z');
  const axis = axes.length === 1 ? (axes[0] as 'x' | 'y' | 'z') : null;
  const quantity = quantityOf(tokens, axis, unit);
  // "seconds_elapsed" and "millis" carry their unit as the name itself.
  const ownUnit =
    quantity === 'time' ? (tokens.map(parseUnit).find((found) => found?.of === 'time') ?? null) : null;
  return {
    index,
    written,
    quantity,
    axis,
    linear: tokens.some((token) => LINEAR_WORDS.has(token)) && !tokens.includes('with'),
    unit: unit ?? ownUnit,
    set: tokens.filter((token) => token !== axis).join(' '),
  };
}
