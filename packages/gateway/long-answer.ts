import { constants } from 'node:zlib';

/**
 * The options of a route whose answer is long text without secrets: it is compressed for who can read it so. The entity tag
 * of such an answer has to be weak, as its bytes differ.
 */
export const longAnswer = {
  compress: {
    encodings: ['br', 'gzip'] as ('br' | 'gzip')[],
    // Of numbers, quality 4 makes 3 % less in more than twice the time.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } },
  },
};
