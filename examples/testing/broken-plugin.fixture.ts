import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** Ways in which a plugin fails somebody who calls it, as code. */
export const misbehaviours = {
  crashes: 'process.kill(process.pid, "SIGABRT"); for (;;);',
  hangs: 'for (;;);',
  'eats memory': 'for (const kept = []; ; ) kept.push(new Uint8Array(32e6).fill(1))',
} as const;

/** The first line of a built plugin: what it shows without being run. */
async function headOf(file: string): Promise<string> {
  const code = await readFile(file, 'utf8');
  return code.slice(0, code.indexOf('\n') + 1);
}

/**
 * A plugin like the one in `good`, but that `operation` does what `modeFile` holds at the time, which is code; with nothing in
 * it, it does what it should. Returns `file`.
 */
export async function spoiltPlugin(
  good: string,
  operation: string,
  modeFile: string,
  file: string,
): Promise<string> {
  const code = `
    import { readFileSync } from 'node:fs';
    import good from ${JSON.stringify(pathToFileURL(good).href)};
    const misbehave = () => new Function('process', readFileSync(${JSON.stringify(modeFile)}, 'utf8'))(process);
    export default {
      contract: good.contract,
      create(...given) {
        const made = good.create(...given);
        return { ...made, ${operation}: async (...asked) => { misbehave(); return made.${operation}(...asked); } };
      },
    };`;
  await writeFile(file, (await headOf(good)) + code);
  return file;
}

/** One that says the same of itself, and cannot be loaded. */
export async function pluginThatDoesNotLoad(good: string, _operation: string, file: string): Promise<string> {
  await writeFile(file, `${await headOf(good)}throw new Error('its sensor is missing');`);
  return file;
}

/** One for another major version of the contract, which asks for more than it is given. */
export async function pluginOfAnotherContract(
  good: string,
  operation: string,
  file: string,
): Promise<string> {
  const head = JSON.parse((await headOf(good)).replace('//! plugin ', ''));
  const { input } = head.contract.operations[operation];
  input.properties.weather = { type: 'string' };
  input.required = [...input.required, 'weather'];
  head.version = head.contract.version = '9.0.0';
  head.digest = '0'.repeat(64);
  await writeFile(file, `//! plugin ${JSON.stringify(head)}\nthrow new Error('this is never run');`);
  return file;
}
