/** The numbers that every measure here is decided by; told in each trend, and argued for in docs/METRICS.md. */
export const parameters = {
  /** Nothing is said of fewer comparable sessions than this. */
  atLeast: 5,
  /** Nothing is advised before this many. */
  adviseFrom: 8,
  /** What is usual is told from this many comparable sessions, the latest. */
  usualOver: 20,
  /** So many comparable sessions out of range one after the other are worth talking about. */
  inARow: 3,
  /** After so many in a row what was out of range is what is usual from then on. */
  newNormalAfter: 12,
  /** What one more change point has to explain, times log n (of the number of sessions), in variances. */
  changePenalty: 12,
  /** Sessions behind one point of the rolling median, and the least. */
  rollingOver: 7,
  rollingAtLeast: 3,
} as const;
