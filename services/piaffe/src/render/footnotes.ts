const superscripts = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

/** Reasons told once each, however many numbers they explain. */
export interface Footnotes {
  /** The sign for a reason, as a superscript number. */
  sign(reason: string): string;
  /** Each sign with its reason, in the order they were first given. */
  lines(): readonly string[];
}

export function footnotes(): Footnotes {
  const reasons: string[] = [];
  const superscript = (number: number) =>
    [...`${number}`].map((digit) => superscripts[Number(digit)]).join('');
  return {
    sign(reason) {
      if (!reasons.includes(reason)) reasons.push(reason);
      return superscript(reasons.indexOf(reason) + 1);
    },
    lines: () => reasons.map((reason, index) => `${superscript(index + 1)} ${reason}`),
  };
}
