export { toCsv } from './csv.ts';
export {
  type DemoEvent,
  type DemoHorse,
  type DemoLanguage,
  type DemoOptions,
  type DemoRide,
  type DemoStable,
  demoStable,
} from './demo/demo-stable.ts';
export { toGpx } from './formats/gpx.ts';
export { type SensorLoggerOptions, toSensorLoggerZip } from './formats/sensor-logger.ts';
export { toTcx } from './formats/tcx.ts';
export type { Gait, MovingGait, Side } from './gait.ts';
export type { Heart, HeartOptions } from './heart.ts';
export type { HeartRate } from './heart-rate.ts';
export type { HorseKind, HorseTraits } from './horse.ts';
export type { Axes } from './measure.ts';
export type { Place, Position } from './position.ts';
export { randomJumpingRide } from './random-jumping-ride.ts';
export { randomRide } from './random-ride.ts';
export type { Quaternion } from './rotation.ts';
export type { Bend, Fence, Incident, Leg, Path, Scenario } from './scenario.ts';
export { arena, bridleway, circle, outAndBack, serpentine, straight } from './scenario.ts';
export { scenarioNames, scenarios } from './scenarios/index.ts';
export { idealSensor, type Sensor, type SensorOptions } from './sensor.ts';
export { type Ride, type SimulateOptions, simulate } from './simulate.ts';
export type { Combination, JumpTruth } from './truth/jumps.ts';
export type { Metric } from './truth/metric.ts';
export type { Rein, ReinSegment, Segment } from './truth/spans.ts';
export type { SymmetryPhase } from './truth/symmetry.ts';
export type { Transition, Truth } from './truth/truth.ts';
