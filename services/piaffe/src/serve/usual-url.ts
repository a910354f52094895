import type { ServerSettings } from './server-settings.ts';

/** Of a server with these settings, seen from its own machine. */
export function usualUrl({ host, port, basePath }: ServerSettings): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${basePath}`;
}
