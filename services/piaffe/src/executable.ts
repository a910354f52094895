import { main } from './main.ts';

/** What the one executable begins with. */
void main(process.argv.slice(2));
