import { type DeclaredModule, failureMatrix, type Need } from '@piaffe/kernel';

/** Declarations with one lie in them, in words and as they are then. */
export interface Falsified {
  readonly lie: string;
  readonly declared: readonly DeclaredModule[];
}

/** A need, or a feature of one, left out or made up: all lies that would change what people are told to expect. */
export function falsified(declared: readonly DeclaredModule[]): readonly Falsified[] {
  const truth = JSON.stringify(failureMatrix(declared));
  const lies = declared.flatMap((module) =>
    (module.needs ?? []).flatMap((need) =>
      liesAbout(module, need).map(({ lie, needs }) => ({ lie, module, needs })),
    ),
  );
  return lies
    .map(({ lie, module, needs }) => ({
      lie,
      declared: declared.map((each) => (each === module ? { ...module, needs } : each)),
    }))
    .filter((each) => JSON.stringify(failureMatrix(each.declared)) !== truth);
}

function liesAbout({ contract, needs = [], features: all = [] }: DeclaredModule, need: Need) {
  const [who, whom] = [contract.name, need.contract.name];
  const losing = (features: readonly string[]) =>
    needs.map((each) => (each === need ? { ...need, kind: 'degrades' as const, features } : each));
  const lost = need.kind === 'required' ? all : need.features;
  const kept = all.filter((feature) => !lost.includes(feature));
  return [
    { lie: `${who} does not need ${whom}`, needs: needs.filter((each) => each !== need) },
    ...lost.map((feature) => ({
      lie: `${who} keeps ${feature} without ${whom}`,
      needs: losing(lost.filter((each) => each !== feature)),
    })),
    ...kept.map((feature) => ({
      lie: `${who} loses ${feature} without ${whom}`,
      needs: losing([...lost, feature]),
    })),
  ];
}
