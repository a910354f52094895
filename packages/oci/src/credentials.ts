import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

interface DockerConfig {
  readonly auths?: Readonly<Record<string, { readonly auth?: string }>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

/**
 * What `docker login` has left for a registry, in `config.json` or with the helper that it names; null where there is
 * nothing. Rejects where that file cannot be read.
 */
export async function credentialsFor(
  registry: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Credentials | null> {
  const folder = variables.DOCKER_CONFIG ?? join(variables.HOME ?? homedir(), '.docker');
  const text = await readFile(join(folder, 'config.json'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const { auths = {}, credHelpers = {}, credsStore } = JSON.parse(text) as DockerConfig;
  const written = auths[registry]?.auth ?? auths[`https://${registry}`]?.auth;
  if (written !== undefined) {
    const [user = '', ...password] = Buffer.from(written, 'base64').toString().split(':');
    return { user, password: password.join(':') };
  }
  const helper = credHelpers[registry] ?? credsStore;
  return helper === undefined ? null : askHelper(helper, registry, variables);
}

/** The protocol of docker-credential-helpers: the registry on its input, JSON on its output. */
function askHelper(
  helper: string,
  registry: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Credentials | null> {
  return new Promise((resolve) => {
    const child = execFile(`docker-credential-${helper}`, ['get'], { env }, (error, stdout) => {
      if (error !== null) return resolve(null);
      const { Username: user, Secret: password } = JSON.parse(stdout);
      resolve({ user, password });
    });
    child.on('error', () => resolve(null));
    child.stdin?.on('error', () => {});
    child.stdin?.end(registry);
  });
}
