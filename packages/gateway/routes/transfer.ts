import { sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import { reading, writing } from '../access.ts';
import type { App } from '../app.ts';
import { credentialOf } from '../credential.ts';
import { fileBytes } from '../file-bytes.ts';
import { attachmentNamed } from '../file-name.ts';
import { refuseEncodedBody } from '../file-upload.ts';
import { principalOf } from '../principal.ts';
import { letBodyCome } from '../request-body.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { checkExport, exportOf } from '../transfer/export.ts';
import { ImportReport } from '../transfer/import-report.ts';
import { importStable } from '../transfer/import-stable.ts';
import { importStream } from '../transfer/import-stream.ts';
import { receiveExport } from '../transfer/receive-export.ts';

const tags = ['transfer'];
const { horses, riders, horseEvents, addHorse, addHorseEvent, addRider } = stableContract.operations;
const { list, session, keep, merge, trim, correct, addNote, addCompanion } = sessionsContract.operations;

export function exportRoutes(app: App, needs: RouteNeeds): void {
  app.get(
    '/export',
    {
      schema: {
        operationId: 'exportAll',
        summary: 'Everything of one’s own as a zip, recordings as they were handed in; it imports again',
        description:
          '`export.json` says which version of the format it is; `horses.json`, `riders.json`, `events.json` and `sessions.json` ' +
          'hold what people said; `recordings/` the files, each under its SHA-256; `results/` what was computed. ' +
          'Sessions that were removed are not in it.',
        tags,
        response: {
          200: { description: 'The export', content: { 'application/zip': { schema: fileBytes } } },
        },
      },
      config: { ...reading, load: 'export', asks: [horses, riders, horseEvents, list, session] },
    },
    async (request, reply) => {
      await checkExport(needs, principalOf(request));
      const day = needs.now().toISOString().slice(0, 10);
      return reply
        .type('application/zip')
        .header('content-disposition', attachmentNamed(`piaffe-${day}.zip`))
        .send(exportOf(needs, principalOf(request)));
    },
  );
}

/** In a scope where no body is read before the handler asks for it. */
export function importRoutes(app: App, needs: RouteNeeds): void {
  app.post(
    '/imports',
    {
      schema: {
        operationId: 'importAll',
        summary: 'Takes in an export, of this server or of another; nothing that is there already is changed',
        description:
          'The body is the zip. Horses and riders that are here under the same name and profile are used, others are added; a ride ' +
          'whose recording is here already is left as it is. Results are computed anew. The answer begins once the zip is ' +
          'here and checked, and grows ride by ride.',
        tags,
        body: { content: { 'application/zip': { schema: fileBytes } } },
        response: { 201: ImportReport },
      },
      config: {
        ...writing,
        load: 'import',
        asks: [addHorse, addHorseEvent, addRider, keep, merge, trim, correct, addNote, addCompanion],
        problems: [
          'export-not-valid',
          'recording-too-large',
          'upload-too-slow',
          'upload-cut-off',
          'content-encoding-not-supported',
        ],
      },
      onRequest: async (request) => refuseEncodedBody(request),
    },
    async (request, reply) => {
      letBodyCome(request, reply);
      const principal = principalOf(request);
      const credential = credentialOf(request, needs.signInCookie)!;
      const archive = await receiveExport(request, needs, reply.raw);
      // The bytes may have taken hours: whoever has been shut out meanwhile stays out.
      await needs.auth.authenticate(credential);
      const stable = await importStable(needs, principal, archive);
      return reply
        .code(201)
        .type('application/json; charset=utf-8')
        .send(importStream(needs, { principal, archive, stable }) as never);
    },
  );
}
