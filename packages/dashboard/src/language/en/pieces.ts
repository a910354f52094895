import { counted } from './counted.ts';

export const pieces = {
  loading: 'Loading',
  tryAgain: 'Try again',
  waitFirst: (seconds: number) => `Wait ${seconds} s before you try again.`,
  reportAs: 'If it happens again, report it with the number',
  /** While a part of the server is away, what is missing. */
  lost: {
    'sign-in': 'Nobody can be recognised for the moment, so nothing of anybody is shown. Nothing is lost.',
    horses: 'Horses and riders cannot be shown for the moment. Rides open as always.',
    rides: 'Rides cannot be shown for the moment. All of them are kept.',
    uploads: 'Recordings cannot be taken in for the moment. Keep the files.',
    analysis:
      'Nothing new can be analysed for the moment. Recordings are kept, and their numbers appear by themselves later.',
    trends:
      'Trends, and what is usual for a horse, cannot be told for the moment. Rides and their numbers are all there.',
    export: 'No export can be made for the moment.',
  },
  comesBack: 'This comes back by itself.',
  cancel: 'Cancel',
  save: 'Save',
  saving: 'Saving …',
  isNew: 'New',
  reinsOf: (left: string, right: string) => `${left} left, ${right} right`,
  symmetry: 'Symmetry',
  noSymmetry: 'No symmetry:',
  uploadedAt: (when: string) => `Uploaded ${when}`,
  notes: (count: number) => counted(count, 'note'),
  dataQuality: (quality: string) => `${quality} data`,
  notSaid: 'not said',
  optional: 'optional',
  add: 'Add',
  somebodyNew: 'Somebody new …',
  riderName: 'Name of the rider',
  type: 'Type',
  surface: 'Surface',
  rider: 'Rider',
  mount: 'Sensor',

  /** How far a number can be trusted. */
  quality: {
    good: 'good',
    fair: 'fair',
    poor: 'poor',
    none: 'missing',
  },

  state: {
    queued: 'Waiting for its analysis',
    running: 'Analysing',
    done: 'Done',
    failed: 'Cannot be used',
    quarantined: 'Analysis failed',
  },

  mounts: {
    girth: 'At the girth',
    saddle: 'On the saddle',
    withers: 'At the withers',
    phone: 'A phone on horse or rider',
  },
  copy: 'Copy',
  copied: 'Copied',
  done: 'Done',
};
