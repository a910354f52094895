/** What each number of a ride is, in the order in which the page shows them. */
export const meanings = [
  {
    name: 'Quality',
    text: '“Fair data” and “poor data” mark numbers that are less certain: of the recording, never of the horse. Good numbers have no mark, and a number that is missing says why.',
  },
  {
    name: 'Spread (±)',
    text: 'How much a number varies from stride to stride. A small one means that the strides were alike.',
  },
  {
    name: 'Time per gait',
    text: 'How long each gait lasted, told from the rhythm of the movement. What fits no gait is unknown.',
  },
  {
    name: 'Gait minutes',
    text: 'Minutes of walk count once, of trot twice, of canter and gallop three times. A convention for comparing rides with each other, not a measure of strain.',
  },
  {
    name: 'Symmetry',
    text: 'How alike the two halves of a trot stride are on straight lines: 10 means just alike. Compare a horse with itself only; rising trot and footing change the figures too.',
  },
  {
    name: 'Low and high points',
    text: 'How far the two lowest and the two highest points of the trunk within a stride are apart, in mm. One sensor cannot tell which side they belong to.',
  },
  {
    name: 'Rein balance',
    text: 'How much of the movement was in curves to the left, in curves to the right, and straight. Very large circles count as straight.',
  },
  {
    name: 'Cadence',
    text: 'Strides per minute, from the mean duration of a stride. Strides far off the usual duration are left out.',
  },
  {
    name: 'Regularity',
    text: 'How little the duration of the strides varies, from 0 to 10: 10 would be no variation. It says nothing of how quick they are.',
  },
  {
    name: 'Elevation',
    text: 'How far the sensor moves up and down within a stride. Strides close to a change of gait are left out.',
  },
  {
    name: 'Transitions',
    text: 'Every change of gait, halts included: up to a quicker gait, down to a slower one. Changes of less than two seconds are not seen.',
  },
  {
    name: 'Turning',
    text: 'How quickly the horse turns about the vertical, in degrees per second, averaged over four seconds. Above the line is to the left.',
  },
  {
    name: 'Activity',
    text: 'How strong the movement at the sensor is in each second, in g, in all directions together and without gravity. It depends on the gait and on where the sensor sits.',
  },
  {
    name: 'Jumps',
    text: 'Found by the flight between take-off and landing at canter. “Doubtful” ones may be something else, such as a buck; they can be taken away by hand.',
  },
  {
    name: 'Heart rate',
    text: 'Mean and highest over the time that was measured; gaps are left open, never filled. Recovery is the time from 130 down to 64 beats a minute.',
  },
  {
    name: 'Distance, speed and climb',
    text: 'From the positions of the satellites: distance over ground, and rises that are larger than the noise of the altitude.',
  },
  {
    name: 'Energy',
    text: 'Estimated from speed alone, by a formula for horses at moderate work. Slopes, deep ground and jumping are not in it.',
  },
  {
    name: 'Usual',
    text: 'What most comparable rides of this horse before this one had. It is a range of this horse, not of healthy horses.',
  },
  {
    name: 'Not computed',
    text: 'This version does not tell tölt and pace apart. Their places in the result say so.',
  },
];
