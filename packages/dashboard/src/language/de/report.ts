import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const report = {
  title: 'Bericht',
  titleOf: (horse, ride) => `Bericht: ${horse}, ${ride}`,
  toRide: 'Der Ritt',
  print: 'Drucken oder als PDF sichern',
  notAnalysed: 'Einen Bericht gibt es, sobald dieser Ritt ausgewertet ist.',
  startNotKnown: 'Der Beginn des Ritts ist nicht bekannt',
  riddenBy: (rider) => `geritten von ${rider}`,
  sensor: (place) => `Sensor ${place}`,
  born: (year) => `geboren ${year}`,
  ride: 'Der Ritt von Anfang bis Ende',
  keyNumbers: 'Was gemessen wurde, und was für dieses Pferd üblich ist',
  symmetry: 'Symmetrie im Trab auf geraden Linien',
  lastRides: (count) => `Symmetrie der letzten ${counted(count, 'Ritt', 'Ritte')}; getönt: bis dahin üblich`,
  sparkScale: (from, to) => `Skala von ${from} bis ${to}; ein Strich: ein Ereignis.`,
  thisRide: 'dieser Ritt',
  notesAndEvents: 'Notizen und Ereignisse',
  notes: 'Notizen',
  moreNotes: (count) => `und ${counted(count, 'weitere Notiz', 'weitere Notizen')}`,
  before: 'Was in den drei Monaten davor geschah',
  careful:
    'Gemessen von einem einzigen Sensor am Pferd oder an der Ausrüstung. Die Zahlen beschreiben, wie sich dieses Pferd bei diesem Ritt bewegt hat, nur mit sich selbst verglichen. Sie sind kein Befund über die Gesundheit und ersetzen keine Untersuchung.',
  computedBy: (algorithm, when) => `Berechnet von ${algorithm}, ${when}.`,
  recorded: (rate, usable) => `${rate} Messwerte pro Sekunde, ${usable} davon brauchbar.`,
  parameters: (text) => `Parameter: ${text}.`,
  corrected: 'Gangarten oder Sprünge wurden von Hand berichtigt.',
  moreFiles: (count) => `und ${counted(count, 'weitere Datei', 'weitere Dateien')}`,
  madeBy: (when) => `Gedruckt aus Piaffe, ${when}.`,
} satisfies Catalogue['report'];
