import { type ReactNode, useId } from 'react';
import type { Loaded } from '../app/use-loaded.ts';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';

export type Reloaded<T> = Loaded<T> & { readonly reload: () => void };

/** A part of the page that shows an answer, says that it is on its way, or why it is not there. */
export function Section<T>({
  title,
  loaded,
  className = '',
  children,
}: {
  title: string;
  loaded: Reloaded<T>;
  className?: string;
  children: (value: T) => ReactNode;
}) {
  const id = useId();
  return (
    <section className={`card stack ${className}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {loaded.state === 'loading' && <Loading shapes={1} />}
      {loaded.state === 'failed' && <ProblemNote problem={loaded.problem} retry={loaded.reload} />}
      {loaded.state === 'ready' && children(loaded.value)}
    </section>
  );
}
