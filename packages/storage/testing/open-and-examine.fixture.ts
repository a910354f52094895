// Examines each of the folders it is given, then opens it, and prints both outcomes, a line of JSON each.
import { examine, openStore } from '../src/index.ts';
import { rides } from './rides.fixture.ts';

for (const folder of process.argv.slice(2)) {
  const findings = await examine(folder, { migrations: rides }).catch((error: unknown) => String(error));
  const refusal = await openStore(folder, { migrations: rides }).then(
    (store) => store[Symbol.asyncDispose](),
    (error: unknown) => String(error),
  );
  console.log(JSON.stringify({ findings, refusal: refusal ?? null }));
}
