// node --predictable compile-parts.cjs FROM TO: compiles each file of a folder as main.cjs does, and writes what V8 has made of it
// under the same name. Only with that flag is it the same each time; whoever runs without it can read it all the same.
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { compileFunction } = require('node:vm');

const [, , from = '', to = ''] = process.argv;
for (const name of readdirSync(from)) {
  const code = readFileSync(join(from, name), 'latin1');
  const parameters = ['module', 'exports', 'require', '__filename'];
  const { cachedData } = compileFunction(code, parameters, {
    filename: `./${name}`,
    produceCachedData: true,
  });
  if (cachedData === undefined) throw new Error(`${name} could not be compiled beforehand.`);
  writeFileSync(join(to, name), cachedData);
}
