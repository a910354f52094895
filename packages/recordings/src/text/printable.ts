const white = /[\t-\r\u2028\u2029]/gu;
const unprintable = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A sentence that quotes a file, safe for every reader: what would steer a terminal, turn the direction of writing or
 * not be seen becomes U+FFFD, every other white space a blank.
 */
export function printable(sentence: string): string {
  return sentence.toWellFormed().replace(white, ' ').replace(unprintable, '\uFFFD');
}
