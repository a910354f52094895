import { catalogue } from '../language/catalogue.ts';

export const words = catalogue.demo;
