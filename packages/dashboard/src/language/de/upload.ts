import type { Catalogue } from '../catalogue-type.ts';

export const upload = {
  title: 'Ritte hochladen',
  horse: 'Pferd',
  noHorses: 'Ein Ritt gehört zu einem Pferd. Fügen Sie zuerst eines hinzu.',
  toHorses: 'Pferd hinzufügen',
  drop: 'Dateien hier ablegen',
  choose: 'Dateien wählen',
  whichFiles:
    'CSV eines Bewegungssensors, Zip von Sensor Logger oder phyphox, Movesense, Arrow; FIT, GPX oder TCX einer Uhr. Mehrere auf einmal. Die Bytes werden aufbewahrt, wie sie sind.',
  about: 'Zu diesen Ritten',
  aboutHint: 'Freiwillig, und auch später möglich',
  start: 'Beginn',
  startHint: (zone) => `Nur falls die Datei ihn nicht kennt. Nach den Uhren von ${zone}.`,
  startForOne:
    'Ein Beginn kann immer nur für einen Ritt angegeben werden. Wählen Sie eine Datei, oder lassen Sie den Beginn leer und geben ihn später auf jeder Seite an.',
  files: 'Dateien',
  clear: 'Liste leeren',

  waiting: 'Wartet',
  sending: (percent) => `Wird hochgeladen ${percent}`,
  storing: 'Wird gesichert …',
  queued: 'Sicher. Wartet auf die Auswertung',
  analysing: (percent) => `Sicher. Wird ausgewertet ${percent}`,
  done: 'Fertig',
  duplicate: (horse) =>
    `Diesen Ritt haben Sie schon${horse === null ? '' : `, bei ${horse}`}. Nichts wurde doppelt gespeichert.`,
  notUsable: 'Aufbewahrt, kann aber nicht ausgewertet werden:',
  notAnalysed: 'Aufbewahrt, aber die Auswertung kam nicht zum Ende:',
  failed: 'Nicht hochgeladen.',
  open: 'Ritt öffnen',
  openUnusable: 'Datei ansehen',
  toHorse: (name) => `für ${name}`,
  progressOf: (name) => `Hochladen von ${name}`,
} satisfies Catalogue['upload'];
