import type { Catalogue } from '../catalogue-type.ts';
export const horses = {
  title: 'My horses',
  add: 'Add a horse',
  noRides: 'No rides yet.',
  upload: 'Upload a ride',
  allRides: 'All rides',
  moreRides: 'Show more',
  archived: 'Archived horses',
  edit: (name: string) => `Edit ${name}`,
  born: (year: number) => `born ${year}`,
  kilograms: (mass: number) => `${mass} kg`,

  firstTitle: 'Welcome. Three steps to the first ride',
  steps: [
    ['Add your horse', 'A name is enough. The rest can come later.'],
    ['Upload a recording', 'The CSV file of your motion sensor, or of an app on your phone.'],
    ['Look at the ride', 'Gaits, symmetry, reins and transitions appear by themselves, in seconds.'],
  ],
  firstButton: 'Add your first horse',

  addTitle: 'Add a horse',
  editTitle: 'Edit horse',
  name: 'Name',
  breed: 'Breed',
  birthYear: 'Birth year',
  mass: 'Mass (kg)',
  mount: 'Where the sensor usually sits',
  timeZone: 'Time zone',
  timeZoneHint: 'Where the horse lives: its days begin there.',
  archive: 'Archived: kept with all its rides, not offered for new ones',
  save: 'Save',
  addButton: 'Add',
  saving: 'Saving …',

  noneArchived: 'No horse is archived.',
  removedTitle: 'Removed rides',
  removedLead:
    'A removed ride can be brought back for 30 days. Then it is gone for good, with its recording.',
  noneRemoved: 'Nothing is removed.',
  restore: 'Bring back',
  goneOn: (date: string) => `Gone for good on ${date}`,
} satisfies Catalogue['horses'];
