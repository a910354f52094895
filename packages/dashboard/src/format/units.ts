import { catalogue } from '../language/catalogue.ts';
import { fixed } from './numbers.ts';
import { type UnitSystem, units } from './unit-system.ts';

const words = catalogue.format.units;

/** How something is shown: `factor` times what the server gives, with so many digits. */
interface Shown {
  readonly unit: keyof typeof words;
  readonly factor: number;
  readonly digits: number;
}

const centimetresInAnInch = 2.54;
const metresInAFoot = 0.3048;
const metresInAMile = 1609.344;
const kilogramsInAPound = 0.45359237;

/** What is measured in two ways, with the unit the server gives it in. How halves of a stride differ is in mm everywhere. */
const quantities = {
  /** cm */
  elevation: {
    metric: { unit: 'cm', factor: 1, digits: 1 },
    imperial: { unit: 'in', factor: 1 / centimetresInAnInch, digits: 1 },
  },
  /** m up and down */
  height: {
    metric: { unit: 'm', factor: 1, digits: 0 },
    imperial: { unit: 'ft', factor: 1 / metresInAFoot, digits: 0 },
  },
  /** m along the way */
  distance: {
    metric: { unit: 'km', factor: 1 / 1000, digits: 2 },
    imperial: { unit: 'mi', factor: 1 / metresInAMile, digits: 2 },
  },
  /** m/min */
  speed: {
    metric: { unit: 'm/min', factor: 1, digits: 0 },
    imperial: { unit: 'mph', factor: 60 / metresInAMile, digits: 1 },
  },
  /** kg */
  mass: {
    metric: { unit: 'kg', factor: 1, digits: 0 },
    imperial: { unit: 'lb', factor: 1 / kilogramsInAPound, digits: 0 },
  },
} as const satisfies Record<string, Record<UnitSystem, Shown>>;

export type Quantity = keyof typeof quantities;

/** `in`, for a quantity that is shown in inches. */
export function unitOf(quantity: Quantity, system = units): string {
  return words[quantities[quantity][system].unit];
}

/** The digits a quantity is shown with. */
export function digitsOf(quantity: Quantity, system = units): number {
  return quantities[quantity][system].digits;
}

/** A value of the server as a number in the unit that is shown. */
export function shown(quantity: Quantity, value: number, system = units): number {
  return value * quantities[quantity][system].factor;
}

/** What somebody gave in the unit that is shown, as the server takes it. */
export function given(quantity: Quantity, value: number, system = units): number {
  return value / quantities[quantity][system].factor;
}

/** `8.4 cm` or `3.3 in`. */
export function withUnit(quantity: Quantity, value: number, system = units): string {
  return `${fixed(shown(quantity, value, system), digitsOf(quantity, system))} ${unitOf(quantity, system)}`;
}
