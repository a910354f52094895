/**
 * What is in an image, as CycloneDX 1.6. Without a time or a random number, so that it is the same each time.
 *
 * @param {{ version: string, revision: string, node: import('../executable/node-binary.mjs').NodeBinary,
 *   packages: readonly import('../executable/packages.mjs').Package[], libraries: readonly import('./root-files.mjs').Library[] }} of
 * @returns {string}
 */
export function billOfMaterials({ version, revision, node, packages, libraries }) {
  const systemPackages = new Map(
    libraries.flatMap((each) => (each.package ? [[each.package.name, each.package]] : [])),
  );
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `piaffe@${version}`,
        name: 'piaffe',
        version,
        licenses: [{ license: { id: 'Apache-2.0' } }],
        properties: [{ name: 'revision', value: revision }],
      },
    },
    components: [
      {
        type: 'platform',
        'bom-ref': `node@${node.version}`,
        name: 'node',
        version: node.version,
        purl: `pkg:generic/node@${node.version}`,
        hashes: [{ alg: 'SHA-256', content: node.sha256 }],
      },
      ...packages.map(({ name, version, licence }) => ({
        type: 'library',
        'bom-ref': `${name}@${version}`,
        name,
        version,
        purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
        licenses: [{ expression: licence }],
      })),
      ...[...systemPackages.values()].map(({ name, version }) => ({
        type: 'library',
        'bom-ref': `${name}@${version}`,
        name,
        version,
        purl: `pkg:deb/debian/${name}@${encodeURIComponent(version)}`,
      })),
    ],
  };
  return `${JSON.stringify(bill, null, 1)}\n`;
}
