/**
 * Imports a package of this folder. By a name that is only known as it runs: the packages are there once the benchmark has
 * installed them, and nothing that reads sources has to find them.
 *
 * @param {string} name
 */
export const load = (name) => import(name);
