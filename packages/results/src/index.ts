export {
  type AnalysedLine,
  AnalysisLine,
  analysedLine,
  type RejectedLine,
  rejectedLine,
} from './analysis-line.ts';
export { type Gathered, gatherResults, type Ride } from './gather-results.ts';
export { type Entry, entryWithout, parseEntries } from './parse-entries.ts';
export { PastResult, Refused } from './past-result.ts';
export { TrendAnswer, trendSchema } from './trend-answer.ts';
export { trendInput } from './trend-input.ts';
export { whyNotAnalysed } from './why-not-analysed.ts';
