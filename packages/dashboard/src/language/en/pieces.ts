import { counted } from './counted.ts';

export const pieces = {
  loading: 'Loading',
  tryAgain: 'Try again',
  waitFirst: (seconds: number) => `Wait ${seconds} s before you try again.`,
  reportAs: 'If it happens again, report it with the number',
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
