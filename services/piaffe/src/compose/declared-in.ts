import type { DeclaredModule, Plan } from '@piaffe/kernel';
import { pluginNeed, sessionsContract } from '@piaffe/sessions/contract';
import { declaredModules } from './server-modules.ts';

/** All modules as they declare themselves, and what a plan adds to their needs: its plugins that measure rides. */
export function declaredIn({ extensions = {} }: Plan): readonly DeclaredModule[] {
  const plugins = Object.keys(extensions).map(pluginNeed);
  return declaredModules.map((module) =>
    module.contract.name === sessionsContract.name
      ? { ...module, needs: [...(module.needs ?? []), ...plugins] }
      : module,
  );
}
