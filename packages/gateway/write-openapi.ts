import { writeFile } from 'node:fs/promises';
import { openApiText } from './openapi-text.ts';

/** Writes the description of the public API; a test compares it with what the routes say. */
await writeFile(new URL('../../contracts/openapi.json', import.meta.url), await openApiText());
