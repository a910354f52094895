import type { DisplaySeries, Horse, Session, SessionResult } from '@piaffe/client';
import { CompanionTile } from './companions/companion-tile.tsx';
import { Companions } from './companions/companions.tsx';
import { GaitByRein } from './parts/gait-by-rein.tsx';
import { JumpList } from './parts/jump-list.tsx';
import { Notes } from './parts/notes.tsx';
import { Provenance } from './parts/provenance.tsx';
import { RecordingQuality } from './parts/recording-quality.tsx';
import { SymmetryPhases } from './parts/symmetry-phases.tsx';
import { TransitionList } from './parts/transition-list.tsx';
import { WhatNumbersMean } from './parts/what-numbers-mean.tsx';
import { offsetOf } from './ride-time.ts';
import { CadenceTile } from './tiles/cadence-tile.tsx';
import { GaitsTile } from './tiles/gaits-tile.tsx';
import { HeartRateTile } from './tiles/heart-rate-tile.tsx';
import { JumpsTile } from './tiles/jumps-tile.tsx';
import { ReinsTile } from './tiles/reins-tile.tsx';
import { SymmetryTile } from './tiles/symmetry-tile.tsx';
import { TransitionsTile } from './tiles/transitions-tile.tsx';
import { WayTile } from './tiles/way-tile.tsx';
import { RideViewProvider } from './timeline/ride-view.tsx';
import { type Task, Timeline } from './timeline/timeline.tsx';
import { UsualNote } from './usual/usual-note.tsx';
import { words } from './words.ts';

/** All that was found in a ride: its answers, the whole ride, then each part of it. */
export function Ride({
  session,
  result,
  series,
  horse,
  task,
  onTask,
  onChanged,
  onNotes,
}: {
  session: Session;
  result: SessionResult;
  series: DisplaySeries;
  horse: Horse;
  task: Task;
  onTask: (task: Task) => void;
  onChanged: (session: Session) => void;
  onNotes: () => void;
}) {
  const { metrics } = result;
  const seconds = result.recording.durationSeconds;
  const hasHeartRate = metrics.heartRate.mean.value !== null;
  const hasCompanion = session.recordings.some(({ role }) => role === 'companion');
  const hasWay = metrics.position.distance.value !== null;
  return (
    <RideViewProvider seconds={seconds}>
      <div className="tiles">
        <GaitsTile metrics={metrics} />
        <SymmetryTile result={result} />
        <ReinsTile metrics={metrics} />
        <CadenceTile metrics={metrics} />
        <TransitionsTile result={result} />
        <JumpsTile result={result} />
        {hasHeartRate && <HeartRateTile metrics={metrics} />}
        {hasWay && <WayTile metrics={metrics} horse={horse} />}
        {!(hasHeartRate && hasWay) && (
          <CompanionTile session={session} isPartThere={hasHeartRate || hasWay} onChanged={onChanged} />
        )}
      </div>
      <div>
        <UsualNote horse={horse} />
        <p className="tiny soft">{words.noMark}</p>
      </div>
      <WhatNumbersMean />
      <Timeline
        key={seconds}
        session={session}
        result={result}
        series={series}
        task={task}
        onTask={onTask}
        onChanged={onChanged}
      />
      <div className="parts">
        <div className="column">
          <Notes session={session} offset={offsetOf(result)} onChanged={onNotes} />
          <SymmetryPhases result={result} />
        </div>
        <div className="column">
          <GaitByRein metrics={metrics} />
          <JumpList result={result} />
          <TransitionList result={result} />
          <RecordingQuality result={result} />
          {(hasCompanion || (hasHeartRate && hasWay)) && (
            <Companions session={session} notes={result.quality.notes} onChanged={onChanged} />
          )}
        </div>
        <Provenance session={session} result={result} timeZone={horse.timeZone} />
      </div>
    </RideViewProvider>
  );
}
