export const demo = {
  title: 'The demo stable',
  begins: 'The demo stable is being prepared.',
  seeding: (done: number, total: number) =>
    `The demo stable is being prepared: ${done} of ${total} rides. You can look around already.`,
  ready: 'This is the demo stable: three simulated horses over twelve weeks.',
  removing: 'The demo stable is being removed …',
  takeTour: 'Take the tour',
  remove: 'Remove the demo',
  removeTitle: 'Remove the demo stable?',
  removeText:
    'Its three horses and all their rides are deleted for good. Horses and rides that you added yourself stay.',

  tourTitle: 'Guided tour',
  endTour: 'End the tour',
  sentence: (number: number, of: number) => `Guided tour, ${number} of ${of}`,
  showMe: 'Show me',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  tour: [
    'Each card says within seconds whether the latest ride of a horse is done, and whether it was normal for that horse.',
    'Each dot is a ride of Luna; once there were enough of a kind to say what is usual for her, a shaded band shows it, and hardly a ride leaves it: she is steady.',
    'Vento is getting fitter: week by week his heart needs less time to calm down after work.',
    'From week nine on Brisa’s trot is less even in ride after ride, soon after the line that marks her shoeing: Piaffe shows since when, and people find out why.',
    'A day of jumping: each gait, jump and heartbeat stands on one time line, and a click or a tap on it marks the moment to talk about.',
    'One printed page tells it to your coach or vet, and when you have seen enough, one click on the first page removes the demo.',
  ],
};
