import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '@piaffe/kernel';
import fc from 'fast-check';
import { refuseWeakPassword } from './policy.ts';

const isRefused = (password: string, because: RegExp, account = 'Anna-Lena K') =>
  assert.throws(
    () => refuseWeakPassword(password, account),
    (error) => error instanceof Failure && error.code === 'password-too-weak' && because.test(error.message),
    password,
  );

test('a password of eleven characters is too short, counted as people count', () => {
  isRefused('otterlampxy', /at least 12/);
  isRefused('🐎🐴🦄🌲🎈🍀🎹🚂', /at least 12/);
  isRefused('a\u0308'.repeat(11), /at least 12/);
  refuseWeakPassword('otterlampxyz', 'Anna-Lena K');
});

test('what is tried first is refused', () => {
  for (const password of [
    'aaaaaaaaaaaa',
    'aaaaaaaaaaab',
    '121212121212',
    'xkzxkzxkzxkz',
    '123456789012',
    '987654321098',
    'qwertyuiop12',
    'qwertzuiopas',
    '1q2w3e4r5t6y',
    '1qaz2wsx3edc',
    'abcdefghijkl',
    'password1234',
    'Password2024',
    'P@ssw0rd!!!!',
    'passwordpassword',
    'letmein12345',
    'iloveyou1234',
    'Summer2024!!',
    'piaffepiaffe',
    'PiaffeServer1',
    'administrator',
    'correct horse battery staple',
    'ｐａｓｓｗｏｒｄ１２３４',
  ]) {
    isRefused(password, /first that would be tried/);
  }
});

test('the name of the account is no password, nor is it with a year behind it', () => {
  isRefused('theodoracanter', /first that would be tried/, 'Theodora');
  isRefused('Theodora-2019', /first that would be tried/, 'theodora');
  refuseWeakPassword('Theodora-2019', 'Anna-Lena K');
});

test('nothing is asked for but length and surprise: words, blanks, any script', () => {
  for (const password of [
    'otter lamp thirteen',
    'grüne tannen im nebel',
    'лошадь бежит рысью',
    '馬が好きだけれど犬も好きです',
  ]) {
    refuseWeakPassword(password, 'Anna-Lena K');
  }
});

test('half of a pair of code units is refused rather than changed into something else', () => {
  isRefused(`otter lamp thirteen${'\ud83d'}`, /broken character/);
});

test('random letters are never refused', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'bdfghjklmnprtvwxz'), minLength: 20, maxLength: 256 });
  const random = letters.filter((text) => new Set(text).size > 9);
  fc.assert(fc.property(random, (password) => refuseWeakPassword(password, 'Anna-Lena K')));
});
