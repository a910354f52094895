import type { components, operations } from './generated/api.ts';

type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Token = Schemas['Token'];
export type Invitation = Schemas['Invitation'];
export type Horse = Schemas['Horse'];
export type Rider = Schemas['Rider'];
export type Session = Schemas['Session'];
export type ListedSession = Schemas['ListedSession'];
export type SessionEvent = Schemas['SessionEvent'];
export type RideContext = Schemas['RideContext'];
export type RawRecording = Schemas['RawRecording'];
export type Note = Schemas['Note'];
export type SessionResult = Schemas['SessionResult'];
export type Metric = Schemas['Metric'];
export type DisplaySeries = Schemas['DisplaySeries'];

type UploadOperation = operations['uploadRecording'];

/** What an upload answers: the receipt, the session, and whether the same bytes were there already. */
export type Kept = UploadOperation['responses']['201']['content']['application/json'];
/** What can be said with a recording. */
export type UploadQuery = UploadOperation['parameters']['query'];
