import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { assembleImage, packLayer, packLayout, writeLayout } from '@piaffe/oci';
import { buildDashboard } from '../../packages/dashboard/build.mjs';
import { buildExecutable } from '../executable/build-executable.mjs';
import { nodeBinary } from '../executable/node-binary.mjs';
import { root } from '../run-command.mjs';
import { Steps } from '../steps.mjs';
import { billOfMaterials } from './bill-of-materials.mjs';
import { libraries, rootEntries, text, user } from './root-files.mjs';
import { thinEntries } from './thin.mjs';

/**
 * Makes an image of Piaffe from nothing: `dist/image`, an OCI layout, and `dist/image.tar`, the same as one file.
 *
 * @param {{ thin: boolean, compression: import('@piaffe/oci').Compression, out?: string }} order `thin`: Node and what it
 *   needs in layers of their own, so that an update is small
 * @returns {Promise<number>} the exit code
 */
export async function makeImage({ thin, compression, out = `${root}dist/image` }) {
  const steps = new Steps(4);
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  const arch = /** @type {'x64' | 'arm64'} */ (process.arch);
  const revision = revisionOfSources();
  const node = await steps.run('Read the Node to build with', async (step) => {
    const found = await nodeBinary(arch);
    step.note(`${found.version}, SHA-256 ${found.sha256}`);
    return found;
  });
  await steps.run('Build the pages', async (step) => {
    const { built } = await buildDashboard({ progress: (line) => step.progress(line) });
    step.note(built ? 'anew' : 'up to date');
  });
  const linked = libraries();
  /** @param {readonly import('../executable/packages.mjs').Package[]} packages */
  const bill = (packages) =>
    text(
      'bom.cdx.json',
      billOfMaterials({ version, revision: revision.id, node, packages, libraries: linked }),
    );
  const layers = await steps.run(
    thin ? 'Put the program together' : 'Put the executable together',
    async () => {
      if (thin) {
        const { base, assets, code, packages } = await thinEntries(node);
        return [[...rootEntries(linked), ...base], assets, [...code, bill(packages)]];
      }
      const { file, packages } = await buildExecutable({ node, out: `${root}dist/piaffe` });
      const program = { path: 'piaffe', bytes: await readFile(file), mode: 0o755 };
      return [[...rootEntries(linked), program, bill(packages)]];
    },
  );
  await steps.run('Pack the image', async (step) => {
    const packed = await Promise.all(layers.map((entries) => packLayer(entries, compression)));
    const image = assembleImage({
      platform: { os: 'linux', architecture: arch === 'x64' ? 'amd64' : 'arm64' },
      layers: packed,
      created: revision.date,
      labels: {
        'org.opencontainers.image.title': 'Piaffe',
        'org.opencontainers.image.version': version,
        'org.opencontainers.image.revision': revision.id,
        'org.opencontainers.image.licenses': 'Apache-2.0',
      },
      run: {
        entrypoint: thin ? ['/usr/bin/node', '/app/services/piaffe/bin/piaffe.mjs'] : ['/piaffe'],
        words: ['serve'],
        variables: { PIAFFE_DATA: '/data', PIAFFE_HOST: '0.0.0.0' },
        user,
        folder: '/data',
        ports: [7470],
        volumes: ['/data'],
      },
    });
    await writeLayout(image, version, out);
    await writeFile(`${out}.tar`, await packLayout(image, version));
    const sizes = packed.map(({ descriptor }) => `${(descriptor.size / 1e6).toFixed(1)} MB`).join(' + ');
    step.note(
      `${relative(root, out)} and ${relative(root, out)}.tar, ${sizes} of ${compression}, ${image.manifest.digest}`,
    );
  });
  return 0;
}

/** The commit that was checked out, and when it was made; `-changed` where the files are not those of the commit. */
function revisionOfSources() {
  /** @param {readonly string[]} args */
  const git = (args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const changed = git(['status', '--porcelain']) === '' ? '' : '-changed';
  return { id: `${git(['rev-parse', 'HEAD'])}${changed}`, date: git(['log', '-1', '--format=%cI']) };
}
