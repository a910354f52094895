#!/usr/bin/env node
// Runs on any Node >= 20 without dependencies: finds a Node that can run the sources, and runs them on it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, oldestUsable } from '../../../tools/pinned-node.mjs';

const forwarded = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

if (Number.parseInt(process.versions.node, 10) >= oldestUsable) {
  hideExperimentalWarnings();
  await keepCompiled();
  await runHere();
} else {
  runOnAnotherNode();
}

async function runHere() {
  let program;
  try {
    program = await import('../src/main.ts');
  } catch (error) {
    complain(`the program cannot be loaded; is everything installed? "npm ci" installs it.\n${error}`);
    return;
  }
  await program.main(process.argv.slice(2));
}

/**
 * What was compiled once is not compiled again: it halves the time to start. The folder is beside what it was compiled
 * from, and whoever may write there can change the program anyway; where nobody may, all goes on without it.
 */
async function keepCompiled() {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/piaffe', import.meta.url)));
}

/** Type stripping is still called experimental by some releases; that is nothing a user can act on. */
function hideExperimentalWarnings() {
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning') return;
    for (const listener of listeners) listener(warning);
  });
}

function runOnAnotherNode() {
  let node;
  try {
    node = findNode();
  } catch (error) {
    complain(error instanceof Error ? error.message : `${error}`);
    return;
  }
  const child = spawn(node.path, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    complain(`${node.path} does not start: ${error.message}`);
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 70;
    if (signal === null) return;
    for (const name of forwarded) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

/** @param {string} sentence */
function complain(sentence) {
  process.stderr.write(`piaffe: ${sentence}\n`);
  process.exitCode = 70;
}
