import { readFileSync } from 'node:fs';
import { SettingNotValid } from '../settings.ts';

/** The entries of tokens, as the environment or the file it names says them; empty where neither does. */
export function tokenText(variables: Readonly<Record<string, string | undefined>>): string {
  const { PIAFFE_COMPUTE_TOKENS: text = '', PIAFFE_COMPUTE_TOKENS_FILE: file = '' } = variables;
  if (text !== '' && file !== '')
    throw new SettingNotValid(
      'PIAFFE_COMPUTE_TOKENS and PIAFFE_COMPUTE_TOKENS_FILE are both set: which one counts?',
    );
  if (file === '') return text;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SettingNotValid(`PIAFFE_COMPUTE_TOKENS_FILE cannot be read: ${(error as Error).message}.`);
  }
}
