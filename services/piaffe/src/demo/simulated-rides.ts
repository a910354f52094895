import { workerData } from 'node:worker_threads';
import { simulate, toCsv } from '@piaffe/simulator';
import { answerWithRides } from './answer-with-rides.ts';
import type { DemoHorse, DemoOrder, DemoRide } from './demo-plan.ts';

const { now } = workerData as DemoOrder;
const day = 86_400_000;
const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const horses = ['Brisa', 'Luna', 'Vento'].map(
  (name): DemoHorse => ({
    key: name.toLowerCase(),
    profile: { name, breed: null, birthYear: 2015, massKg: 550, usualMount: 'girth', timeZone },
    events: [],
  }),
);

const rides = [1, 3, 5].flatMap((days) =>
  horses.map(
    ({ key }): DemoRide => ({
      key: `${key}-${days}`,
      horse: key,
      startedAt: new Date(Date.parse(now) - days * day).toISOString(),
      type: 'flatwork',
      surface: 'sand',
      rider: 'Mia',
      notes: [],
    }),
  ),
);

answerWithRides({ horses, riders: ['Mia'], rides }, async (ride) => {
  const text = [...toCsv(simulate('sample-ride', { seed: ride, sampleRateHz: 50 }))].join('');
  return { name: `${rides[ride]?.key}.csv`, bytes: Uint8Array.from(Buffer.from(text)) };
});
