/** The word on the command line by which the service starts its program again, to compute in. Not for people. */
export const computationWord = 'compute-for-service';
