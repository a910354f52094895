/** One way of asking for the same answers. */
export interface Contestant extends AsyncDisposable {
  readonly name: string;
  /** What it leaves out that a call of Piaffe does, or does besides; for whoever reads the figures. */
  readonly unlike: string | null;
  small(): Promise<unknown>;
  large(): Promise<unknown>;
  /** Hands over a recorded hour by the file it is kept in. */
  hour?(path: string): Promise<unknown>;
}
