import { readFile } from 'node:fs/promises';
import { buildApp } from './build-app.ts';
import type { Needs } from './needs.ts';

/** The public API as contracts/openapi.json shows it. It needs no part of the server: nothing is asked of any. */
export async function openApiText(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('./package.json', import.meta.url), 'utf8'));
  const config = { version, basePath: '', dashboardFolder: null, trustProxy: false };
  const { app } = await buildApp({} as Needs, config, new AbortController().signal);
  try {
    const answer = await app.inject('/api/v1/openapi.json');
    return `${JSON.stringify(answer.json(), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
