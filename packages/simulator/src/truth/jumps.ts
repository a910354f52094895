import type { Jump } from '../jump.ts';
import { rounded } from './metric.ts';

/** One jump as it was; s. */
export interface JumpTruth {
  /** The middle of the flight. */
  readonly at: number;
  readonly takeOff: number;
  readonly landing: number;
  /** Of the fence. */
  readonly heightCm: number;
}

/** Fences with one or two strides between them. */
export interface Combination {
  /** Middle of the first flight and of the last, s. */
  readonly from: number;
  readonly to: number;
  readonly jumps: number;
  /** Strides between one fence and the next. */
  readonly strides: readonly number[];
}

const middle = ({ takeOff, landing }: Jump) => rounded((takeOff + landing) / 2, 3);

export function jumpTruths(jumps: readonly Jump[]): JumpTruth[] {
  return jumps.map((jump) => ({
    at: middle(jump),
    takeOff: rounded(jump.takeOff, 3),
    landing: rounded(jump.landing, 3),
    heightCm: jump.heightCm,
  }));
}

export function combinationsOf(jumps: readonly Jump[]): Combination[] {
  const combinations: Combination[] = [];
  let open = false;
  jumps.forEach((jump, i) => {
    const { strides } = jump;
    if (strides === null || strides > 2) {
      open = false;
      return;
    }
    const last = combinations.at(-1);
    if (open && last)
      combinations[combinations.length - 1] = {
        ...last,
        to: middle(jump),
        jumps: last.jumps + 1,
        strides: [...last.strides, strides],
      };
    else combinations.push({ from: middle(jumps[i - 1]), to: middle(jump), jumps: 2, strides: [strides] });
    open = true;
  });
  return combinations;
}
