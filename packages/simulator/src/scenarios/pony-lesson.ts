import type { Scenario } from '../scenario.ts';
import { lesson } from './lesson.ts';

export const ponyLesson: Scenario = {
  ...lesson,
  name: 'pony-lesson',
  description: 'The lesson on a pony, whose strides are short and quick',
  horse: { kind: 'pony' },
};
