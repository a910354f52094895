import type { Course } from './course.ts';
import { type EpisodePlan, type Episodes, quiet } from './episodes.ts';
import type { Landings } from './impact.ts';
import { addIncident } from './incident.ts';
import { addJump } from './jump-movement.ts';
import type { Random } from './random.ts';

/** All jumps and incidents of a ride, one after the other. */
export function drawEpisodes(course: Course, random: Random): { episodes: Episodes; landings: Landings } {
  const plan: EpisodePlan = { episodes: quiet(), blows: [] };
  const all = [
    ...course.jumps.map((jump) => ({ at: jump.start, add: () => addJump(plan, jump, random) })),
    ...course.incidents.map((incident) => ({
      at: incident.after,
      add: () => addIncident(plan, incident, random),
    })),
  ].sort((a, b) => a.at - b.at);
  for (const { add } of all) add();
  const blows = plan.blows.sort((a, b) => a.time - b.time);
  return {
    episodes: plan.episodes,
    landings: {
      times: Float64Array.from(blows, ({ time }) => time),
      blows: Float64Array.from(blows.flatMap(({ blow }) => blow)),
    },
  };
}
