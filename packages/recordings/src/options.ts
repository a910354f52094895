/** The seven columns that a recording is read from: time, acceleration, angular rate. */
export type Channel = 't' | 'ax' | 'ay' | 'az' | 'gx' | 'gy' | 'gz';

export type TimeUnit = 's' | 'ms' | 'us' | 'ns' | 'iso';
export type AccelerationUnit = 'g' | 'mg' | 'm/s2' | 'counts';
export type AngularRateUnit = 'deg/s' | 'rad/s' | 'mdps' | 'counts';

/** What the caller knows better than the file. Whatever is left out is found in the file. */
export interface DecodeOptions {
  /**
   * True: the file's acceleration has the opposite sign (-1 g along up at rest, as Apple's devices report) and is
   * negated, once, whether or not the decoder knew; angular rate is left as it is. Otherwise the decoder decides.
   */
  readonly invert?: boolean | undefined;
  /** ISO 8601 with offset: the instant of the first sample, in place of what the file says. */
  readonly startedAt?: string | null | undefined;
  /** Column names as the header writes them, or numbers from 1 when there is no header. */
  readonly columns?: Readonly<Partial<Record<Channel, string>>> | undefined;
  readonly units?:
    | {
        readonly time?: TimeUnit | undefined;
        readonly acc?: AccelerationUnit | undefined;
        readonly gyro?: AngularRateUnit | undefined;
      }
    | undefined;
  /** Aborting makes the decoder throw the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each chunk with the number of bytes read so far. */
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
}
