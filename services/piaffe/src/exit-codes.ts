/** What the exit code of the command line says; the numbers are those of sysexits.h. */
export const exitCodes = {
  allWell: 0,
  wrongUsage: 64,
  inputRejected: 65,
  ownFault: 70,
  interrupted: 130,
} as const;
