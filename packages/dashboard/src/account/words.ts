import { catalogue } from '../language/catalogue.ts';

export const words = catalogue.account;
export const scopeWords = words.scopes;
