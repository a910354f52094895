import { constants, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { demoStable } from '@piaffe/simulator';
import { answerWithRides } from './answer-with-rides.ts';
import type { DemoOrder } from './demo-plan.ts';

// On Linux a thread has a priority of its own; elsewhere this would be that of the whole server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

const { now: at, language } = workerData as DemoOrder;
const now = new Date(at);
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const stable = demoStable({ now, language, utcOffsetMinutes: -now.getTimezoneOffset() });

/** The latest rides first: they are what a page shows first. */
const rides = stable.horses
  .flatMap((horse) =>
    horse.rides.map((ride, place) => ({ key: `${horse.key}-${place}`, horse: horse.key, ride })),
  )
  .sort((one, other) => Date.parse(other.ride.startedAt) - Date.parse(one.ride.startedAt));

answerWithRides(
  {
    riders: stable.riders,
    horses: stable.horses.map(({ key, profile, events }) => ({
      key,
      profile: { ...profile, usualMount: 'girth', timeZone },
      events: events.map(({ at, kind, text }) => ({ at: new Date(at).toISOString(), kind, text })),
    })),
    rides: rides.map(({ key, horse, ride: { startedAt, type, surface, rider, notes } }) => ({
      key,
      horse,
      startedAt,
      type,
      surface,
      rider,
      notes,
    })),
  },
  (ride) => rides[ride]!.ride.write(),
);
