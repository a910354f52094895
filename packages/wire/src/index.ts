/**
 * Calls by HTTP: the shapes `http` and `remote`, and what others need to serve calls, or ask, at a socket or a port.
 */
export { type AskedCall, answerCall } from './answer-call.ts';
export { type Ask, askAt, askingClient, performBy } from './asking-client.ts';
export { answerBy, callHandler, createCallServer, type IncomingCall, type Served } from './call-server.ts';
export { httpShape } from './http-shape.ts';
export { askKnown } from './known-end.ts';
export { listen, privateFolder } from './listen.ts';
export { remoteShape } from './remote-shape.ts';
export { type Answer, connectionsTo, requestCall } from './request-call.ts';
export type { Store } from './store.ts';
export { decodeLine, type EndLine, encodeLine, errorLine, type Line } from './wire.ts';
