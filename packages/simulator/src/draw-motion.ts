import { layCourse } from './course.ts';
import { drawEpisodes } from './draw-episodes.ts';
import { drawHorse, type Horse, type HorseTraits } from './horse.ts';
import { drawLandings, drawTissue, mergedLandings } from './impact.ts';
import type { Motion } from './motion.ts';
import { drawPosture } from './posture.ts';
import { Random } from './random.ts';
import type { Scenario } from './scenario.ts';
import { Track } from './track.ts';

/** One horse on one course: everything that moves, before any sensor measures it. */
export function drawMotion(
  scenario: Scenario,
  traits: HorseTraits,
  seed: number,
  horseSeed = seed,
): { motion: Motion; horse: Horse } {
  const draw = (stream: string) => new Random(seed, stream);
  const lever = drawLever(new Random(horseSeed, 'place'));
  const horse = drawHorse({ ...scenario.horse, ...traits }, new Random(horseSeed, 'horse'));
  const course = layCourse(scenario.legs, horse, lever, draw('course'), draw('jumps'));
  const { episodes, landings } = drawEpisodes(course, draw('episodes'));
  // What follows the lever in its stream.
  const place = draw('place');
  drawLever(place);
  const motion: Motion = {
    course,
    posture: drawPosture(course.stretches, draw('posture')),
    episodes,
    landings: mergedLandings(drawLandings(course, draw('landings')), landings),
    tissue: drawTissue(draw('tissue')),
    lean: horse.lean,
    lever,
    slip: drawSlip(course.duration, place),
  };
  return { motion, horse };
}

/** Under the girth: before the middle of the trunk and below it. */
function drawLever(random: Random): Motion['lever'] {
  return [random.between(0.05, 0.2), random.between(-0.03, 0.03), random.between(-0.35, -0.2)];
}

/** A girth slides a degree or so now and then, within a second or two. */
function drawSlip(duration: number, random: Random): Track {
  const slip = new Track().add(0, 0);
  let angle = 0;
  for (let at = random.between(60, 900); at < duration - 5; at += random.between(300, 1800)) {
    slip.add(at, angle);
    angle += ((random.normal() * 1.2) / 180) * Math.PI;
    slip.add(at + random.between(0.8, 3), angle);
  }
  return slip;
}
