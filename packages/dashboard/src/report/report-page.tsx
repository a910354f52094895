import { Link, usePageTitle } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { rideName } from '../ride/ride-name.ts';
import { NotThere } from '../session/not-there.tsx';
import '../styles/report.css';
import { loadReport } from './load-report.ts';
import { Sheet } from './sheet.tsx';
import { words } from './words.ts';

/** One ride on one printed page, for a coach or a vet. */
export function ReportPage({ session: id }: { session: string }) {
  const report = useLoaded(`report ${id}`, (signal) => loadReport(id, signal));
  usePageTitle(
    report.state === 'ready'
      ? words.titleOf(report.value.horse.name, rideName(report.value.session, report.value.horse.timeZone))
      : words.title,
  );
  if (report.state === 'loading') return <Loading shapes={4} />;
  if (report.state === 'failed' && report.problem.code === 'session-not-found') return <NotThere />;
  if (report.state === 'failed') return <ProblemNote problem={report.problem} retry={report.reload} />;
  const { value } = report;
  return (
    <div className="report-page">
      <div className="report-tools">
        <Link className="back" to={addresses.session(id)}>
          <Icon name="back" size={16} /> {words.toRide}
        </Link>
        {value.result && (
          <button type="button" className="button main" onClick={() => print()}>
            <Icon name="print" /> {words.print}
          </button>
        )}
      </div>
      {value.result ? (
        <Sheet report={value} />
      ) : (
        <div className="card stack">
          <h1>{words.title}</h1>
          <p>{words.notAnalysed}</p>
        </div>
      )}
    </div>
  );
}
