// Runs before anything is installed, on any Node >= 20: no dependencies.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, with a trailing slash. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Runs a command in the checkout's folder, without a standard input.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ output?: 'captured' | 'shown', env?: Record<string, string> }} [options] `env` is added to the present one
 * @returns {Promise<{ code: number, output: string }>} the exit code (128 when a signal ended it) and, if captured,
 *   both outputs as one text
 */
export function runCommand(command, args, { output = 'captured', env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: output === 'shown' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 128, output: text }));
  });
}

/**
 * Runs npm under the Node it was started with, never under the pinned one it may be about to replace.
 *
 * @param {readonly string[]} args
 * @param {string} [node] the Node to run it under instead
 */
export function runNpm(args, node = process.env.npm_node_execpath ?? process.execPath) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('npm-cli.js') ? runCommand(node, [npm, ...args]) : runCommand('npm', args);
}
