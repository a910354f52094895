import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const pieces = {
  loading: 'Wird geladen',
  tryAgain: 'Noch einmal versuchen',
  waitFirst: (seconds) => `Warten Sie ${seconds} s, bevor Sie es noch einmal versuchen.`,
  reportAs: 'Wenn es wieder vorkommt, melden Sie es mit der Nummer',
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
