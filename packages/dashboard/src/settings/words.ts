import { catalogue } from '../language/catalogue.ts';

export const words = catalogue.settings;
export const scopeWords = words.scopes;
