import type { ImportReport } from '@piaffe/client';
import { useRef, useState } from 'react';
import { addressOf, api } from '../app/api.ts';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useAction } from '../app/use-action.ts';
import { dateAndTime } from '../format/dates.ts';
import { percent } from '../format/numbers.ts';
import { problemText } from '../language/problem-text.tsx';
import { reasonText } from '../language/reason-text.tsx';
import { Icon } from '../pieces/icon.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words } from './words.ts';

/** Everything of one's own as one file, and such a file taken in again. */
export function ExportAndImport() {
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const { busy, problem, run } = useAction();
  const take = (file: File) =>
    run(async () => {
      setReport(null);
      setProgress(0);
      try {
        setReport(
          await api.uploadExport({
            file,
            onProgress: (sent) => setProgress(file.size === 0 ? 1 : sent / file.size),
          }),
        );
      } finally {
        setProgress(null);
      }
    });
  return (
    <section className="card stack" aria-labelledby="export">
      <h2 id="export">{words.exportTitle}</h2>
      <p className="small soft">{words.exportLead}</p>
      <p>
        <a className="button" href={addressOf('export')} download>
          <Icon name="download" /> {words.exportButton}
        </a>
      </p>
      <h3>{words.importTitle}</h3>
      <p className="small soft">{words.importLead}</p>
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) input.current?.click();
          }}
        >
          <Icon name="upload" /> {words.importButton}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".zip,application/zip"
          aria-label={words.chooseExport}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file) take(file);
          }}
        />
      </p>
      {progress !== null && (
        <div className="stack-tight" role="status">
          <div className="progress" aria-hidden="true">
            <div style={{ width: `${100 * progress}%` }} />
          </div>
          <p className="small">{progress < 1 ? words.sending(percent(progress)) : words.importing}</p>
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      {report && <Imported report={report} />}
    </section>
  );
}

/** What became of each ride. */
function Imported({ report }: { report: ImportReport }) {
  const count = (state: ImportReport['rides'][number]['state']) =>
    report.rides.filter((ride) => ride.state === state).length;
  const left = report.rides.filter(({ state }) => state === 'not-imported');
  return (
    <div className="stack-tight" role="status">
      <p>
        <Icon name="done" /> {words.imported(count('new'), count('already-here') + count('completed'))}
      </p>
      {report.stopped && <p className="note bad">{problemText(report.stopped)}</p>}
      {left.length > 0 && (
        <>
          <p>{words.notImported(left.length)}</p>
          <ul className="small">
            {left.map(({ exported, startedAt, reason }) => (
              <li key={exported}>
                {startedAt === null ? exported : dateAndTime(startedAt)}: {reasonText(reason)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link to={addresses.horses}>{words.toHorses}</Link>
      </p>
    </div>
  );
}
