/** What the exit code of the command line says; the numbers are those of sysexits.h, and of shells for signals. */
export const exitCodes = {
  allWell: 0,
  wrongUsage: 64,
  /** What was given to work on cannot be used: a recording, a data folder that is damaged or newer than this program. */
  inputRejected: 65,
  /** What the server needs is not to be had just now: its port, its folder, room on the disk. */
  notAvailable: 69,
  ownFault: 70,
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
} as const;
