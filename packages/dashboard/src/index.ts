import { fileURLToPath } from 'node:url';

/** The folder of the built pages; not there until they are built. */
export const dashboardFolder = fileURLToPath(new URL('../dist/', import.meta.url));
