/** kg of rider and tack, where nobody says: what the energy is told for is said beside it. */
export const addedKilograms = 85;

/** MJ for horse, rider and tack. @param perKilogram kJ/kg */
export function wholeEnergy(perKilogram: number | null, massKg: number | null): number | null {
  if (perKilogram === null || massKg === null) return null;
  return (perKilogram * (massKg + addedKilograms)) / 1000;
}
