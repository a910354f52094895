import type { Motion } from '../motion/motion.ts';
import type { Metric } from '../schemas/session-result.ts';
import { type Doubt, worst } from './metric.ts';
import type { MotionMetrics } from './session-metrics.ts';

/** What speaks against the figures of a whole recording. */
interface Doubtful {
  readonly usableShare: number;
  readonly angularRateGuessed: boolean;
}

/** Lowers the quality of what a doubt about the recording itself concerns; values stay as they are. */
export function withRecordingDoubts(
  metrics: MotionMetrics,
  recording: Doubtful,
  motion: Motion,
): MotionMetrics {
  const everywhere = aboutSamples(recording) ?? aboutGaits(motion);
  const turning = aboutTurning(recording, motion);
  const doubted = everywhere ? lowered(metrics, everywhere) : metrics;
  if (!turning) return doubted;
  return {
    ...doubted,
    reins: lowered(doubted.reins, turning),
    gaitByRein: lowered(doubted.gaitByRein, turning),
    symmetry: lowered(doubted.symmetry, turning),
  };
}

function aboutSamples({ usableShare }: Doubtful): Doubt | null {
  if (usableShare < 0.5) return { atBest: 'poor', reason: 'less than half of the recording is usable' };
  if (usableShare < 0.9) return { atBest: 'fair', reason: 'a tenth of the recording or more is missing' };
  return null;
}

function aboutGaits(motion: Motion): Doubt | null {
  return motion.swing ? null : { atBest: 'fair', reason: 'the gaits were told without a gyroscope' };
}

function aboutTurning(recording: Doubtful, motion: Motion): Doubt | null {
  if (recording.angularRateGuessed)
    return { atBest: 'poor', reason: 'the range or unit of the gyroscope was guessed' };
  if (motion.yaw && !motion.offsetMeasured)
    return { atBest: 'fair', reason: 'the offset of the gyroscope was never seen at rest' };
  return null;
}

/** A tree of metrics with every quality lowered to at most `atBest`; a metric that was better takes over the reason. */
function lowered<Tree extends object>(tree: Tree, doubt: Doubt): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, branch]) => [
      key,
      isMetric(branch) ? loweredMetric(branch, doubt) : lowered(branch, doubt),
    ]),
  ) as Tree;
}

function loweredMetric(metric: Metric, { atBest, reason }: Doubt): Metric {
  const quality = worst(metric.quality, atBest);
  return quality === metric.quality ? metric : { ...metric, quality, reason };
}

function isMetric(branch: object): branch is Metric {
  return 'quality' in branch;
}
