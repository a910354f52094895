import { startServer } from '../../acceptance/support/server.fixture.ts';
import { median, printFigure } from '../support/figures.ts';

const rounds = 11;

/** From the start of the process, from source, to the first answer that says it is ready. */
export async function measureStart(folder: string): Promise<void> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await using server = await startServer({ folder });
    while (!(await fetch(`${server.url}/health/ready`)).ok);
    seconds.push((performance.now() - began) / 1000);
    server.kill('SIGTERM');
    await server.ended;
  }
  const range = `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)} s`;
  printFigure('start to healthy', median(seconds), {
    unit: 's',
    atMost: 1,
    note: `median of ${rounds}, ${range}, with the data of a ride`,
  });
}
