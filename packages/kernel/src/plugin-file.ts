import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ContractDocument } from './compatibility/contract-document.ts';
import type { Contract } from './contract.ts';
import { Judge, type Judgement } from './handshake.ts';

const mark = '//! plugin ';

/** What a plugin file says of itself in its first line, as JSON. */
export interface PluginHead {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly contract: ContractDocument;
}

/** The first line of a plugin file. */
export const pluginHead = (head: PluginHead): string => `${mark}${JSON.stringify(head)}\n`;

/**
 * What a plugin provides, and whether that fits `contract`. Nothing of it is run. Rejects in words for whoever
 * installed it.
 */
export async function judgePlugin(file: string, contract: Contract): Promise<Judgement> {
  const { digest, version, contract: document } = await readHead(file);
  if (document.name !== contract.name)
    return {
      digest,
      version,
      isSame: false,
      refusal: `it provides ${document.name}, and ${contract.name} is wanted`,
    };
  return new Judge(contract).judge({ version: document.version, digest }, async () => document);
}

async function readHead(file: string): Promise<PluginHead> {
  const stream = createReadStream(file, { end: 4_000_000 });
  try {
    for await (const line of createInterface({ input: stream })) {
      if (line.startsWith(mark)) return JSON.parse(line.slice(mark.length));
      break;
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(`its first line cannot be read: ${error.message}`);
    throw (error as { code?: string }).code === 'ENOENT' ? new Error(`there is no file ${file}`) : error;
  } finally {
    stream.destroy();
  }
  throw new Error('its first line does not say which contract it provides: build it as a plugin');
}
