import { changeQuery, Link, usePageTitle, useQuery } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { NotThere } from '../session/not-there.tsx';
import '../styles/compare.css';
import { type Compared, type ComparedRide, loadCompared } from './load-compared.ts';
import { PairedGaits } from './paired-gaits.tsx';
import { PairedMetrics } from './paired-metrics.tsx';
import { PairedStrips } from './paired-strips.tsx';
import { RideHead } from './ride-head.tsx';
import { SymmetryDots } from './symmetry-dots.tsx';
import { words } from './words.ts';

/** Two rides side by side; which stands in the query. */
export function ComparePage() {
  const query = useQuery();
  const [a, b] = [query.get('a') || null, query.get('b') || null];
  usePageTitle(words.title);
  const loaded = useLoaded<Compared | null>(
    'compare',
    (signal) => (a === null ? Promise.resolve(null) : loadCompared(a, b, signal)),
    `${a} ${b}`,
  );
  if (loaded.state === 'loading') return <Loading shapes={4} />;
  if (loaded.state === 'failed' && loaded.problem.code === 'session-not-found') return <NotThere />;
  if (loaded.state === 'failed') return <ProblemNote problem={loaded.problem} retry={loaded.reload} />;
  if (loaded.value === null)
    return (
      <div className="card stack">
        <h1>{words.title}</h1>
        <p>{words.chooseOnRide}</p>
        <p>
          <Link className="button" to={addresses.horses}>
            {words.toHorses}
          </Link>
        </p>
      </div>
    );
  const { a: first, b: second, choices, usual } = loaded.value;
  const choose = (side: 'a' | 'b') => (id: string) => {
    const next = new URLSearchParams({ a: first.session.id, ...(second && { b: second.session.id }) });
    next.set(side, id);
    changeQuery(next);
  };
  return (
    <div className="compare">
      <h1>{words.title}</h1>
      <div className="compare-heads">
        <RideHead
          letter="A"
          ride={first}
          choices={choices}
          other={second?.session.id ?? null}
          onChoose={choose('a')}
        />
        <RideHead
          letter="B"
          ride={second}
          choices={choices}
          other={first.session.id}
          onChoose={choose('b')}
        />
      </div>
      {second && <Both a={first} b={second} usual={usual} />}
    </div>
  );
}

function Both({ a, b, usual }: { a: ComparedRide; b: ComparedRide; usual: Compared['usual'] }) {
  if (a.result === null || b.result === null) return <p className="note warn">{words.notAnalysed}</p>;
  const differs = (['type', 'surface', 'rider', 'mount'] as const).filter(
    (what) => a.session.context[what] !== b.session.context[what],
  );
  const [one, other] = [a.result, b.result];
  return (
    <>
      {a.horse.id !== b.horse.id && <p className="note warn">{words.twoHorses}</p>}
      {differs.length > 0 && (
        <p className="note">{words.differ(differs.map((what) => words.differing[what]).join(', '))}</p>
      )}
      <PairedStrips a={one} b={other} />
      <PairedMetrics a={one.metrics} b={other.metrics} usual={usual} />
      <div className="compare-parts">
        <SymmetryDots a={one} b={other} />
        <PairedGaits a={one.metrics} b={other.metrics} />
      </div>
    </>
  );
}
