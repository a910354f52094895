import { pathToFileURL } from 'node:url';
import type { AnyHostedModule } from '@piaffe/kernel';

/** The module that a plugin file holds. Rejects in words for whoever wrote it. */
export async function loadPlugin(file: string): Promise<AnyHostedModule> {
  const { default: module } = await import(pathToFileURL(file).href);
  if (typeof module?.create !== 'function' || typeof module.contract?.operations !== 'object')
    throw new TypeError('its default export is not a module: { contract, create }');
  return module;
}
