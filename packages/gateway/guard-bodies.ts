import type { App } from './app.ts';
import { answerFault } from './fault-answers.ts';
import { type Limits, takesFile } from './limits.ts';
import { Refusal } from './refusal.ts';
import { hasBody, letBodyCome } from './request-body.ts';

/** Sees to it that no body but an upload's takes for ever, whether or not it is wanted. */
export function guardBodies(app: App, { seconds: { body: seconds } }: Limits): void {
  app.addHook('onRequest', async (request, reply) => {
    if (takesFile(request.routeOptions.config.load) || !hasBody(request)) return;
    const timer = setTimeout(() => {
      if (request.raw.complete) return;
      if (reply.sent || reply.raw.headersSent) request.raw.socket.destroy();
      else answerFault(tooSlow(seconds), request, reply);
    }, seconds * 1000);
    request.raw.once('close', () => clearTimeout(timer));
  });
  app.addHook('preParsing', async (request, reply) => {
    if (!takesFile(request.routeOptions.config.load)) letBodyCome(request, reply);
  });
}

const tooSlow = (seconds: number) =>
  new Refusal('body-too-slow', `The body has to arrive within ${seconds} s. Send it again.`);
