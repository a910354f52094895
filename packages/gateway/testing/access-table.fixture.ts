import { password } from './gateway.fixture.ts';

/**
 * Who may use a route: anybody; the owner of what is asked for and tokens of theirs with that scope; a person who has
 * signed in, for themselves; administrators in person; programs on this machine and administrators.
 */
export type Who = 'anybody' | 'read' | 'upload' | 'write' | 'person' | 'administrator' | 'local';

export interface Row {
  readonly who: Who;
  /** A body that is fine. `id` stands for what it refers to, where it does. */
  readonly body?: (id: string) => unknown;
  readonly query?: (id: string) => string;
  /** The status of who may, where what the row gives is not right beyond that. */
  readonly status?: number;
  /** What its body or query refers to, beside the ids in the path. */
  readonly refersTo?: 'horse' | 'rider' | 'session';
}

const token = 'x'.repeat(32);
const text = () => ({ text: 'a note' });
const trim = () => ({ from: 1, to: 2 });
const corrections = () => ({ segments: [], jumps: { added: [], removed: [] } });
const happened = () => ({ at: '2026-05-04T16:00:00.000Z', kind: 'shoeing' });
const ofRider = (id: string) => `?rider=${id}`;
const ofHorse = (id: string) => `?horse=${id}`;

/** Every route there is, by hand: what the routes declare of themselves is what is put to the test. */
export const accessTable: Readonly<Record<string, Row | readonly Row[]>> = {
  'POST /api/v1/sign-in': { who: 'anybody', body: () => ({ token }) },
  'GET /api/v1/sign-in': { who: 'anybody' },
  'POST /api/v1/sign-out': { who: 'anybody' },
  'POST /api/v1/password-resets': { who: 'anybody', body: () => ({ token, password }) },
  'POST /api/v1/invitations/accept': { who: 'anybody', body: () => ({ token, name: 'new', password }) },
  'GET /api/v1/openapi.json': { who: 'anybody' },
  'GET /api/v1/docs/': { who: 'anybody' },
  'GET /api/v1/docs/json': { who: 'anybody' },
  'GET /api/v1/docs/yaml': { who: 'anybody' },
  'GET /api/v1/docs/static/index.html': { who: 'anybody' },
  'GET /api/v1/docs/static/swagger-initializer.js': { who: 'anybody' },
  'GET /api/v1/docs/static/*': { who: 'anybody' },

  'GET /api/v1/account': { who: 'person' },
  'PATCH /api/v1/account': { who: 'person', body: () => ({ name: 'renamed' }) },
  'DELETE /api/v1/account': { who: 'person', body: () => ({ password: 'not this one at all' }), status: 401 },
  'GET /api/v1/account/sign-ins': { who: 'person' },
  'DELETE /api/v1/account/sign-ins/:signIn': { who: 'person' },
  'PUT /api/v1/account/password': {
    who: 'person',
    body: () => ({ current: password, password: `${password}!` }),
  },
  'GET /api/v1/tokens': { who: 'person' },
  'POST /api/v1/tokens': { who: 'person', body: () => ({ name: 'wider', scopes: ['read', 'write'] }) },
  'DELETE /api/v1/tokens/:token': { who: 'person' },

  'GET /api/v1/accounts': { who: 'administrator' },
  'PATCH /api/v1/accounts/:account': { who: 'administrator', body: () => ({ suspended: false }) },
  'POST /api/v1/accounts/:account/reset-link': { who: 'administrator' },
  'GET /api/v1/invitations': { who: 'administrator' },
  'POST /api/v1/invitations': { who: 'administrator', body: () => ({}) },
  'DELETE /api/v1/invitations/:invitation': { who: 'administrator' },
  'GET /api/v1/work': { who: 'administrator' },
  'GET /api/v1/admin/troubled': { who: 'administrator' },
  'POST /api/v1/admin/troubled/retry': { who: 'administrator', body: () => ({ session: null }) },
  'GET /api/v1/admin/trial': { who: 'administrator' },
  'POST /api/v1/admin/trial': { who: 'administrator', body: () => ({ sessions: 1 }) },
  'DELETE /api/v1/admin/trial': { who: 'administrator' },
  'POST /api/v1/admin/reprocess': { who: 'administrator' },
  'GET /api/v1/admin/server': { who: 'administrator' },

  'GET /api/v1/demo': { who: 'read' },
  'DELETE /api/v1/demo': { who: 'person' },
  'GET /api/v1/export': { who: 'read' },
  'POST /api/v1/imports': { who: 'write', body: () => ({ no: 'zip' }) },

  'GET /api/v1/horses': { who: 'read' },
  'POST /api/v1/horses': { who: 'write', body: () => ({ name: 'Quarz', timeZone: 'Europe/Berlin' }) },
  'GET /api/v1/horses/:horse': { who: 'read' },
  'PATCH /api/v1/horses/:horse': { who: 'write', body: () => ({ name: 'Quarz II' }) },
  'DELETE /api/v1/horses/:horse': { who: 'person' },
  'GET /api/v1/horses/:horse/events': { who: 'read' },
  'POST /api/v1/horses/:horse/events': { who: 'write', body: happened },
  'PATCH /api/v1/horses/:horse/events/:event': { who: 'write', body: () => ({ text: 'New shoes' }) },
  'DELETE /api/v1/horses/:horse/events/:event': { who: 'write' },
  'GET /api/v1/horses/:horse/trends': [{ who: 'read' }, { who: 'read', refersTo: 'rider', query: ofRider }],
  // Their own session, but not of that horse.
  'GET /api/v1/horses/:horse/usual': {
    who: 'read',
    refersTo: 'session',
    query: (session) => `?session=${session}`,
    status: 404,
  },
  'GET /api/v1/riders': { who: 'read' },
  'POST /api/v1/riders': { who: 'write', body: () => ({ name: 'Me' }) },
  'GET /api/v1/riders/:rider': { who: 'read' },
  'PATCH /api/v1/riders/:rider': { who: 'write', body: () => ({ name: 'Me too' }) },
  'DELETE /api/v1/riders/:rider': { who: 'person' },

  'POST /api/v1/recordings': [
    { who: 'upload', refersTo: 'horse', query: ofHorse, body: () => ({ any: 'bytes' }) },
  ],
  'GET /api/v1/sessions': [{ who: 'read' }, { who: 'read', refersTo: 'horse', query: ofHorse }],
  'GET /api/v1/sessions/:session': { who: 'read' },
  'PATCH /api/v1/sessions/:session': [
    { who: 'write', body: () => ({ type: 'dressage' }) },
    { who: 'write', refersTo: 'horse', body: (horse) => ({ horse }) },
    { who: 'write', refersTo: 'rider', body: (rider) => ({ rider }) },
  ],
  'DELETE /api/v1/sessions/:session': { who: 'write' },
  'POST /api/v1/sessions/:session/restore': { who: 'write' },
  'POST /api/v1/sessions/:session/retry': { who: 'write' },
  'PUT /api/v1/sessions/:session/trim': { who: 'write', body: trim },
  'DELETE /api/v1/sessions/:session/trim': { who: 'write' },
  'PUT /api/v1/sessions/:session/corrections': { who: 'write', body: corrections },
  'DELETE /api/v1/sessions/:session/corrections': { who: 'write' },
  'POST /api/v1/sessions/:session/companions': { who: 'upload', body: () => ({ any: 'pulses' }) },
  'DELETE /api/v1/sessions/:session/companions/:recording': { who: 'write' },
  'POST /api/v1/sessions/:session/merge': {
    who: 'write',
    refersTo: 'session',
    body: (other) => ({ other }),
  },
  'POST /api/v1/sessions/:session/split': { who: 'write' },
  'POST /api/v1/sessions/:session/notes': { who: 'write', body: text },
  'PUT /api/v1/sessions/:session/notes/:note': { who: 'write', body: text },
  'DELETE /api/v1/sessions/:session/notes/:note': { who: 'write' },
  'GET /api/v1/sessions/:session/result': { who: 'read' },
  'GET /api/v1/sessions/:session/added': { who: 'read' },
  'GET /api/v1/degraded': { who: 'read' },
  'GET /api/v1/sessions/:session/series': { who: 'read' },
  'GET /api/v1/sessions/:session/recording': { who: 'read' },
  'GET /api/v1/sessions/:session/events': { who: 'read' },
  'GET /api/v1/events': { who: 'read' },

  'GET /health/live': { who: 'anybody' },
  'GET /health/ready': { who: 'anybody' },
  'GET /metrics': { who: 'local' },
  'GET /': { who: 'anybody' },
  'GET /*': { who: 'anybody' },
};
