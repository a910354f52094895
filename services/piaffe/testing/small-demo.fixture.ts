import { workerData } from 'node:worker_threads';
import { type Scenario, simulate, toCsv } from '@piaffe/simulator';
import { answerWithRides } from '../src/demo/answer-with-rides.ts';
import type { DemoHorse, DemoOrder, DemoRide } from '../src/demo/demo-plan.ts';

/** A thread that makes two horses with two rides of a minute each: quick, and otherwise as the whole demo stable. */
const { now } = workerData as DemoOrder;
const hour = 3_600_000;

const scenario: Scenario = {
  name: 'minute',
  description: 'halt, walk, trot',
  legs: [
    { gait: 'halt', seconds: 8, path: [{ curvature: 0, metres: 1000 }] },
    { gait: 'walk', seconds: 30, path: [{ curvature: 0, metres: 1000 }] },
    { gait: 'trot', seconds: 30, path: [{ curvature: 0, metres: 1000 }] },
  ],
};

const horses = ['Luna', 'Vento'].map(
  (name): DemoHorse => ({
    key: name.toLowerCase(),
    profile: {
      name,
      breed: null,
      birthYear: 2015,
      massKg: 550,
      usualMount: 'girth',
      timeZone: 'Europe/Berlin',
    },
    events: [{ at: now, kind: 'shoeing', text: 'New shoes' }],
  }),
);

const rides = [1, 2].flatMap((day) =>
  horses.map(
    ({ key }, at): DemoRide => ({
      key: `${key}-${day}`,
      horse: key,
      startedAt: new Date(Date.parse(now) - (24 * day + at) * hour).toISOString(),
      type: 'flatwork',
      surface: 'sand',
      rider: 'Mia',
      notes: [{ at: 20, text: 'Relaxed' }],
    }),
  ),
);

answerWithRides({ horses, riders: ['Mia'], rides }, async (ride) => {
  const text = [...toCsv(simulate(scenario, { seed: ride, sampleRateHz: 50 }))].join('');
  return { name: `${rides[ride]?.key}.csv`, bytes: Uint8Array.from(Buffer.from(text)) };
});
