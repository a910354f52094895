import { catalogue } from '../language/catalogue.ts';

export const words = catalogue.ride;
export const { gaits: gaitWords, reins: reinWords } = words;
