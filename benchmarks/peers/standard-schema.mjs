/**
 * A check as oRPC and tRPC take it (standardschema.dev): every contestant has the same compiled one.
 *
 * @param {(value: unknown) => boolean} fits
 */
export const standardSchema = (fits) => ({
  '~standard': {
    version: 1,
    vendor: 'piaffe-benchmark',
    /** @param {unknown} value */
    validate: (value) => (fits(value) ? { value } : { issues: [{ message: 'it does not fit' }] }),
  },
});
