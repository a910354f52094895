export const words = {
  loading: 'Loading',
  tryAgain: 'Try again',
  waitFirst: (seconds: number) => `Wait ${seconds} s before you try again.`,
  reportAs: 'If it happens again, report it with the number',
  cancel: 'Cancel',
  save: 'Save',
  saving: 'Saving …',
  symmetry: 'Symmetry',
  noSymmetry: 'No symmetry:',
  uploadedAt: (when: string) => `Uploaded ${when}`,
  notes: (count: number) => `${count} ${count === 1 ? 'note' : 'notes'}`,
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
} as const;

/** How far a number can be trusted. */
export const qualityWords = {
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  none: 'missing',
} as const;

export const stateWords = {
  queued: 'Waiting for its analysis',
  running: 'Analysing',
  done: 'Done',
  failed: 'Cannot be used',
  quarantined: 'Analysis failed',
} as const;

export const mountWords = {
  girth: 'At the girth',
  saddle: 'On the saddle',
  withers: 'At the withers',
  phone: 'A phone on horse or rider',
} as const;
