/** What the exit code of the command line says; the numbers are those of sysexits.h, and of shells for signals. */
export const exitCodes = {
  allWell: 0,
  wrongUsage: 64,
  inputRejected: 65,
  ownFault: 70,
  SIGINT: 130,
  SIGTERM: 143,
} as const;
