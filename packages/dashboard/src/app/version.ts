/** Set when the pages are built, to the version of the server they are built with. */
declare const piaffeVersion: string;

export const version = piaffeVersion;
