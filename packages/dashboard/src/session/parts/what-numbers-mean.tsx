import { words } from '../words.ts';

/** Every number of the page in plain words, for those who ask. */
export function WhatNumbersMean() {
  return (
    <details className="card about">
      <summary>
        <h2>{words.meaningsTitle}</h2>
      </summary>
      <dl className="meanings small">
        {words.meanings.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="soft">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
