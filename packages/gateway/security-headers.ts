import type { FastifyHelmetOptions } from '@fastify/helmet';

const self = "'self'";
const none = "'none'";

/** Pages load from here alone and nobody frames them. No inline script or style is allowed anywhere. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [none],
      scriptSrc: [self],
      styleSrc: [self],
      imgSrc: [self, 'data:'],
      connectSrc: [self],
      fontSrc: [self],
      manifestSrc: [self],
      baseUri: [self],
      formAction: [self],
      frameAncestors: [none],
    },
  },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  // Whoever ends TLS in front of us decides for their host.
  strictTransportSecurity: false,
};
