import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const pieces = {
  loading: 'Wird geladen',
  tryAgain: 'Noch einmal versuchen',
  waitFirst: (seconds) => `Warten Sie ${seconds} s, bevor Sie es noch einmal versuchen.`,
  reportAs: 'Wenn es wieder vorkommt, melden Sie es mit der Nummer',
  /** While a part of the server is away, what is missing. */
  lost: {
    'sign-in':
      'Im Moment lässt sich niemand erkennen, deshalb wird von niemandem etwas gezeigt. Nichts geht verloren.',
    horses: 'Pferde und Reiter lassen sich im Moment nicht zeigen. Ritte öffnen sich wie immer.',
    rides: 'Ritte lassen sich im Moment nicht zeigen. Alle sind aufbewahrt.',
    uploads: 'Im Moment lassen sich keine Aufzeichnungen annehmen. Behalten Sie die Dateien.',
    analysis:
      'Im Moment lässt sich nichts Neues auswerten. Aufzeichnungen werden aufbewahrt, und ihre Zahlen erscheinen später von selbst.',
    trends:
      'Verläufe und was für ein Pferd üblich ist, lassen sich im Moment nicht sagen. Ritte und ihre Zahlen sind alle da.',
    export: 'Im Moment lässt sich kein Export erstellen.',
  },
  comesBack: 'Das kommt von selbst wieder.',
  cancel: 'Abbrechen',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  isNew: 'Neu',
  reinsOf: (left, right) => `${left} links, ${right} rechts`,
  symmetry: 'Symmetrie',
  noSymmetry: 'Keine Symmetrie:',
  uploadedAt: (when) => `Hochgeladen ${when}`,
  notes: (count) => counted(count, 'Notiz', 'Notizen'),
  dataQuality: (quality) => `${quality} Daten`,
  notSaid: 'nicht angegeben',
  optional: 'freiwillig',
  add: 'Hinzufügen',
  somebodyNew: 'Jemand Neues …',
  riderName: 'Name der reitenden Person',
  type: 'Art',
  surface: 'Boden',
  rider: 'Reiter',
  mount: 'Sensor',

  quality: {
    good: 'gute',
    fair: 'mittlere',
    poor: 'schwache',
    none: 'fehlende',
  },

  state: {
    queued: 'Wartet auf die Auswertung',
    running: 'Wird ausgewertet',
    done: 'Fertig',
    failed: 'Nicht verwendbar',
    quarantined: 'Auswertung misslungen',
  },

  mounts: {
    girth: 'Am Gurt',
    saddle: 'Am Sattel',
    withers: 'Am Widerrist',
    phone: 'Ein Telefon an Pferd oder Reiter',
  },
  copy: 'Kopieren',
  copied: 'Kopiert',
  done: 'Fertig',
} satisfies Catalogue['pieces'];
