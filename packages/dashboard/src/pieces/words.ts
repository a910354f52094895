import { catalogue } from '../language/catalogue.ts';

export const words = catalogue.pieces;
export const qualityWords = words.quality;
export const stateWords = words.state;
export const mountWords = words.mounts;
