import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import configuration, { parts } from '../.dependency-cruiser.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const packages = parts
  .filter(({ folder }) => folder.startsWith('packages/'))
  .map(({ folder }) => folder.replace('packages/', ''));
const modules = new Set(['aggregation', 'trend', 'metric', 'auth', 'stable', 'sessions', 'gateway']);
const door = (name: string) => (modules.has(name) ? `@piaffe/${name}/contract` : `@piaffe/${name}`);

/** What the first parts were joined by; each only has its door here. */
const laterParts = packages.filter(
  (name) => !['kernel', 'signal', 'recordings', 'simulator', 'aggregation'].includes(name),
);

/** A small house that keeps every rule. */
const cleanTree: Readonly<Record<string, string>> = {
  'package.json': '{"workspaces":["packages/*","services/*"],"devDependencies":{"fast-check":"1.0.0"}}',
  'node_modules/typebox/package.json': '{"name":"typebox","version":"1.0.0","main":"index.js"}',
  'node_modules/typebox/index.js': '',
  'node_modules/fast-check/package.json': '{"name":"fast-check","version":"1.0.0","main":"index.js"}',
  'node_modules/fast-check/index.js': '',
  'node_modules/undeclared/package.json': '{"name":"undeclared","version":"1.0.0","main":"index.js"}',
  'node_modules/undeclared/index.js': '',
  ...manifest('kernel', '{".":"./src/index.ts"}', '{"typebox":"1.0.0"}'),
  ...manifest('signal', '{".":"./src/index.ts"}'),
  ...manifest('recordings', '{".":"./src/index.ts"}'),
  ...manifest('simulator', '{".":"./src/index.ts"}'),
  ...manifest(
    'aggregation',
    '{"./contract":"./contract.ts","./create":"./create.ts"}',
    '{"typebox":"1.0.0"}',
  ),
  ...Object.assign(
    {},
    ...laterParts.map((name) =>
      modules.has(name)
        ? manifest(name, '{"./contract":"./contract.ts","./create":"./create.ts"}')
        : manifest(name, '{".":"./src/index.ts"}'),
    ),
  ),
  ...Object.fromEntries(
    laterParts.map((name) => [
      modules.has(name) ? `packages/${name}/contract.ts` : `packages/${name}/src/index.ts`,
      name === 'dashboard' ? "import '@piaffe/client';" : 'export const part = 1;',
    ]),
  ),
  'services/piaffe/package.json': '{"name":"piaffe"}',
  'services/compute/package.json': '{"name":"@piaffe/compute"}',
  'packages/kernel/src/index.ts': "export * from 'typebox';",
  'packages/signal/src/index.ts': "export * from './inner.ts';",
  'packages/signal/src/inner.ts': 'export const inner = 1;',
  'packages/recordings/src/index.ts': 'export const recordings = 1;',
  'packages/simulator/src/index.ts': 'export const simulator = 1;',
  'packages/aggregation/contract.ts': "export * from '@piaffe/kernel';",
  'packages/aggregation/create.ts':
    "import '@piaffe/signal'; import '@piaffe/recordings'; import './contract.ts';",
  'packages/aggregation/create.test.ts':
    "import './create.ts'; import '@piaffe/simulator'; import 'fast-check';",
  'tools/image/make.mjs': "import '@piaffe/oci';",
  'services/piaffe/src/compose/server-modules.ts':
    "import '@piaffe/aggregation/contract'; import '@piaffe/aggregation/create';",
  'services/piaffe/src/main.ts': [
    './compose/server-modules.ts',
    '@piaffe/simulator',
    ...laterParts.filter((name) => !['client', 'dashboard', 'oci'].includes(name)).map(door),
  ]
    .map((path) => `import '${path}';`)
    .join(' '),
};

/** For each rule a file that breaks it. */
const violations: readonly { readonly rule: RegExp; readonly file: string; readonly source: string }[] = [
  ...['kernel', 'signal', 'recordings', 'simulator'].flatMap((name) => [
    {
      rule: new RegExp(`^packages/${name} needs nothing of ours$`),
      file: `packages/${name}/src/greedy.ts`,
      source: `import '@piaffe/${name === 'recordings' ? 'signal' : 'recordings'}';`,
    },
    {
      rule: new RegExp(`^tests of packages/${name} may also need the simulator$`),
      file: `packages/${name}/src/greedy.test.ts`,
      source: "import '@piaffe/aggregation/contract';",
    },
  ]),
  ...laterParts.flatMap((name) => [
    {
      rule: new RegExp(`^packages/${name} needs`),
      file: modules.has(name) ? `packages/${name}/greedy.ts` : `packages/${name}/src/greedy.ts`,
      source: "import '@piaffe/signal';",
    },
    {
      rule: new RegExp(`^tests of packages/${name} may also need the simulator$`),
      file: modules.has(name) ? `packages/${name}/greedy.test.ts` : `packages/${name}/src/greedy.test.ts`,
      source: "import '@piaffe/signal';",
    },
  ]),
  {
    rule: /^services\/compute needs/,
    file: 'services/compute/src/greedy.ts',
    source: "import '@piaffe/auth/contract';",
  },
  {
    rule: /^tests of services\/compute may/,
    file: 'services/compute/src/greedy.test.ts',
    source: "import '@piaffe/auth/contract';",
  },
  {
    rule: /^packages\/aggregation needs/,
    file: 'packages/aggregation/metrics/greedy.ts',
    source: "import type {} from '@piaffe/simulator';",
  },
  {
    rule: /^tests of packages\/aggregation may/,
    file: 'packages/aggregation/greedy.test.ts',
    source: "import '../../services/piaffe/src/main.ts';",
  },
  {
    rule: /^services\/piaffe needs/,
    file: 'services/piaffe/src/greedy.ts',
    source: "import '@piaffe/signal';",
  },
  {
    rule: /^tests of services\/piaffe may/,
    file: 'services/piaffe/src/greedy.test.ts',
    source: "import '@piaffe/signal';",
  },
  {
    rule: /^a package is entered by its door$/,
    file: 'packages/aggregation/metrics/window.ts',
    source: "export * from '../../signal/src/inner.ts';",
  },
  {
    rule: /^modules are created in one place$/,
    file: 'services/piaffe/src/commands/impatient.ts',
    source: "import '@piaffe/aggregation/create';",
  },
  {
    rule: /^packages never need services$/,
    file: 'packages/kernel/src/upwards.ts',
    source: "import '../../../services/piaffe/src/main.ts';",
  },
  {
    rule: /^no circles$/,
    file: 'packages/signal/src/circle.ts',
    source: "export * from './circle-back.ts';",
  },
  {
    rule: /^no circles$/,
    file: 'packages/signal/src/circle-back.ts',
    source: "export * from './circle.ts';",
  },
  { rule: /^no orphans$/, file: 'packages/signal/src/left-over.ts', source: 'export const nobody = 1;' },
  {
    rule: /^shipped code needs no tests$/,
    file: 'packages/aggregation/metrics/tested.ts',
    source: "import '../create.test.ts';",
  },
  {
    rule: /^shipped code needs no development packages$/,
    file: 'packages/aggregation/metrics/random.ts',
    source: "import 'fast-check';",
  },
  {
    rule: /^npm packages are declared$/,
    file: 'packages/aggregation/metrics/lucky.ts',
    source: "import 'undeclared';",
  },
  {
    rule: /^imports are found$/,
    file: 'packages/aggregation/metrics/lost.ts',
    source: "import './nowhere.ts';",
  },
  {
    rule: /^the kernel needs typebox and the API of OpenTelemetry alone$/,
    file: 'packages/kernel/src/heavy.ts',
    source: "import 'declared-by-the-kernel';",
  },
  {
    rule: /^pure packages need no system, and npm packages only for formats$/,
    file: 'packages/signal/src/clock.ts',
    source: "import 'node:fs';",
  },
];

function manifest(name: string, exports: string, dependencies = '{}'): Record<string, string> {
  return {
    [`packages/${name}/package.json`]: `{"name":"@piaffe/${name}","type":"module","exports":${exports},"dependencies":${dependencies}}`,
  };
}

/** Writes the tree as npm would lay it out, runs the real check on it and removes it again. */
function check(tree: Readonly<Record<string, string>>, nodeArgs: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'piaffe-boundaries-'));
  try {
    for (const [file, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    mkdirSync(join(folder, 'node_modules/@piaffe'), { recursive: true });
    for (const name of packages) {
      symlinkSync(`../../packages/${name}`, join(folder, 'node_modules/@piaffe', name));
    }
    const run = spawnSync(process.execPath, [...nodeArgs, join(root, 'tools/boundaries.mjs')], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    return { code: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a house that keeps the rules passes, and every file of it is counted', () => {
  const { code, output } = check(cleanTree);
  assert.equal(code, 0, output);
  assert.match(output, new RegExp(`^${11 + laterParts.length} files, `));
});

test('each rule catches the file that breaks it', () => {
  const { code, output } = check({
    ...cleanTree,
    ...manifest('kernel', '{".":"./src/index.ts"}', '{"typebox":"1.0.0","declared-by-the-kernel":"1.0.0"}'),
    'node_modules/declared-by-the-kernel/package.json': '{"name":"declared-by-the-kernel","main":"index.js"}',
    'node_modules/declared-by-the-kernel/index.js': '',
    ...Object.fromEntries(violations.map(({ file, source }) => [file, source])),
  });
  assert.equal(code, 1);
  const findings = output.split('\n').filter((line) => line.startsWith('  error '));
  for (const { rule, file } of violations) {
    assert.ok(
      findings.some((line) => {
        const [name = '', from = ''] = line.replace('  error ', '').split(/: (?=[a-z]+\/)/);
        return rule.test(name) && from.startsWith(file);
      }),
      `${rule} did not catch ${file}:\n${output}`,
    );
  }
});

test('every rule has a reason and a violation that proves it', () => {
  for (const { name, comment } of configuration.forbidden ?? []) {
    assert.ok(comment, `${name} has no reason`);
    assert.ok(
      violations.some(({ rule }) => rule.test(name ?? '')),
      `nothing proves the rule "${name}"`,
    );
  }
});

test('an import that crosses two packages by a relative path is seen like any other', () => {
  const { code, output } = check({
    ...cleanTree,
    'packages/kernel/src/index.ts': "export * from '../../signal/src/index.ts';",
  });
  assert.equal(code, 1);
  assert.match(output, /packages\/kernel needs nothing of ours/);
});

test('a part that nobody listed fails the check', () => {
  const { code, output } = check({ ...cleanTree, 'packages/surprise/package.json': '{"name":"surprise"}' });
  assert.equal(code, 1);
  assert.match(output, /packages\/surprise is not listed/);
});

test('a tree without sources fails instead of passing unseen', () => {
  const { code, output } = check({});
  assert.equal(code, 1);
  assert.match(output, /0 modules were checked/);
});

test('sources that the cruiser cannot read fail instead of passing unseen', () => {
  const withoutTypeScript = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name === 'typescript') throw Object.assign(new Error('hidden'), { code: 'MODULE_NOT_FOUND' });
      return next(name, context);
    } });`;
  const { code, output } = check(cleanTree, [
    '--import',
    `data:text/javascript,${encodeURIComponent(withoutTypeScript)}`,
  ]);
  assert.equal(code, 1);
  assert.match(output, /boundaries of \d+ of \d+ files were not checked/);
});

test('what a part declares in its package.json is what it may need', () => {
  for (const { folder, mayNeed } of parts) {
    const { dependencies } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const declared = Object.keys(dependencies ?? {}).filter((name) => name.startsWith('@piaffe/'));
    const expected = mayNeed.map((path) => path.replace(/^(packages|services)\//, '@piaffe/'));
    assert.deepEqual(declared.sort(), [...expected].sort(), `${folder}/package.json`);
  }
});
