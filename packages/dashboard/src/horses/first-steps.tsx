import { Icon } from '../pieces/icon.tsx';
import { words } from './words.ts';

/** What somebody who has no horse here yet does next. */
export function FirstSteps({ onAdd }: { onAdd: () => void }) {
  return (
    <section className="card first-steps">
      <h1>{words.firstTitle}</h1>
      <ol>
        {words.steps.map(([step, help], index) => (
          <li key={step}>
            <span className="number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h2>{step}</h2>
              <p className="soft">{help}</p>
            </div>
          </li>
        ))}
      </ol>
      <p>
        <button type="button" className="button main" onClick={onAdd}>
          <Icon name="add" /> {words.firstButton}
        </button>
      </p>
    </section>
  );
}
