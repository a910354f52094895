export { ApiProblem } from './api-problem.ts';
export { type Client, type ClientOptions, createClient } from './create-client.ts';
export type { FollowOptions } from './follow-events.ts';
export type { FileUpload } from './send-file.ts';
export type * from './types.ts';
export type { CompanionUpload, Upload } from './upload-recording.ts';
