const key = 'piaffe-last-horse';

/** The horse that was chosen last on this device: who comes from the yard with a ride comes with the same horse. */
export const lastHorse = {
  get: (): string | null => localStorage.getItem(key),
  set: (horse: string): void => localStorage.setItem(key, horse),
};
