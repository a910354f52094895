import { readFileSync } from 'node:fs';
import type { Plan } from '@piaffe/kernel';
import { exitCodes } from '../exit-codes.ts';
import { CannotServe } from './cannot-serve.ts';
import { partsApart } from './load-plan.ts';

const leastCharacters = 20;

/**
 * What the processes of one server show each other, as PIAFFE_SERVICE_TOKEN says it or the file that PIAFFE_SERVICE_TOKEN_FILE
 * names; null where neither does. Throws `CannotServe`.
 */
export function serviceToken(variables: Readonly<Record<string, string | undefined>>): string | null {
  const { PIAFFE_SERVICE_TOKEN: said = '', PIAFFE_SERVICE_TOKEN_FILE: file = '' } = variables;
  if (said !== '' && file !== '')
    throw refused('PIAFFE_SERVICE_TOKEN and PIAFFE_SERVICE_TOKEN_FILE are both set: which one counts?');
  const token = (file === '' ? said : textOf(file)).trim();
  if (token === '') {
    if (file !== '') throw refused(`PIAFFE_SERVICE_TOKEN_FILE: there is nothing in ${file}.`);
    return null;
  }
  // It travels in a header.
  if (token.length < leastCharacters || !/^[\x20-\x7e]+$/.test(token))
    throw refused(
      `The service token has to have ${leastCharacters} characters or more, none of them special.`,
    );
  return token;
}

/**
 * The one that the server of a plan shows. Where only computation is at addresses it may do without one: a computation
 * service of the same machine asks for none. Throws `CannotServe`.
 */
export function tokenFor(plan: Plan): string | null {
  const apart = partsApart(plan);
  return apart.length === 0 ? serviceToken(process.env) : demandedToken(apart);
}

/** Modules that know everybody's rides answer nobody without one. Throws `CannotServe`. */
export function demandedToken(modules: readonly string[]): string {
  const token = serviceToken(process.env);
  if (token !== null) return token;
  throw refused(
    `The plan has ${modules.join(', ')} in processes of their own. Set PIAFFE_SERVICE_TOKEN, or PIAFFE_SERVICE_TOKEN_FILE, ` +
      'to the same secret for all processes of the server.',
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw refused(`PIAFFE_SERVICE_TOKEN_FILE cannot be read: ${(error as Error).message}.`);
  }
}

const refused = (sentence: string) => new CannotServe(sentence, exitCodes.wrongUsage);
