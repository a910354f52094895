import type { components, operations } from './generated/api.ts';

type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Token = Schemas['Token'];
export type Invitation = Schemas['Invitation'];
export type Horse = Schemas['Horse'];
export type Rider = Schemas['Rider'];
export type OpenedHorse = Schemas['OpenedHorse'];
export type Session = Schemas['Session'];
export type OpenedSession = Schemas['OpenedSession'];
export type ListedSession = Schemas['ListedSession'];
export type SessionEvent = Schemas['SessionEvent'];
export type RideContext = Schemas['RideContext'];
export type RawRecording = Schemas['RawRecording'];
export type Note = Schemas['Note'];
export type SessionResult = Schemas['SessionResult'];
export type Added = Schemas['Added'];
export type Metric = Schemas['Metric'];
export type DisplaySeries = Schemas['DisplaySeries'];
export type Corrections = Schemas['Corrections'];
export type HorseEvent = Schemas['HorseEvent'];
export type HorseTrend = Schemas['HorseTrend'];
export type MetricTrend = Schemas['MetricTrend'];
export type TrendEvent = Schemas['TrendEvent'];
export type TrendGroup = Schemas['TrendGroup'];
export type Week = Schemas['Week'];
export type LoadDay = Schemas['LoadDay'];
export type OutOfRange = Schemas['OutOfRange'];
export type Usual = Schemas['Usual'];
export type SignIn = Schemas['SignIn'];
export type Troubled = Schemas['Troubled'];
export type Trial = Schemas['Trial'];
export type Degradation = Schemas['Degradation'];
export type Server = Schemas['Server'];
export type DemoStatus = Schemas['DemoStatus'];
export type ImportReport = Schemas['ImportReport'];

type UploadOperation = operations['uploadRecording'];

/** What an upload answers: the receipt, the session, and whether the same bytes were there already. */
export type Kept = UploadOperation['responses']['201']['content']['application/json'];
/** What can be said with a recording. */
export type UploadQuery = UploadOperation['parameters']['query'];
/** What can be said with a recording of heart rate or position. */
export type CompanionQuery = NonNullable<operations['addCompanion']['parameters']['query']>;
