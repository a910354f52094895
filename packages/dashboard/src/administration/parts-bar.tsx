/** One part of a whole: its look is a class of the style sheet. */
export interface BarPart {
  readonly name: string;
  readonly look: string;
  readonly size: number;
  /** The size, as it is said. */
  readonly text: string;
}

/** A whole as a bar of its parts, each said beneath it as well. */
export function PartsBar({ parts }: { parts: readonly BarPart[] }) {
  return (
    <div className="parts-bar">
      <div className="bar-of-parts" aria-hidden="true">
        {parts
          .filter(({ size }) => size > 0)
          .map(({ look, size }) => (
            <span key={look} className={look} style={{ flexGrow: size }} />
          ))}
      </div>
      <dl className="server-facts">
        {parts.map(({ name, look, text }) => (
          <div key={look}>
            <dt>
              <span className={`swatch ${look}`} aria-hidden="true" />
              {name}
            </dt>
            <dd className="numbers">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
