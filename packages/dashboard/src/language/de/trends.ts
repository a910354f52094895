import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

const cadence = { unit: '/min', means: 'Schritte pro Minute, im Mittel des Ritts.' };
const elevation = { unit: '', means: 'Wie weit sich der Rumpf in einem Schritt hebt und senkt.' };
const regularity = {
  unit: 'von 10',
  means: 'Wie gleichmäßig die Zeit von Schritt zu Schritt war. 10: völlig gleichmäßig.',
};
const speed = { unit: '', means: 'Meter pro Minute, aus den Positionen des Ritts.' };

export const trends = {
  title: 'Verlauf',
  titleOf: (horse: string) => `${horse}: Verlauf`,
  nothingTitle: 'Noch kein Verlauf',
  nothingYet: 'Der Verlauf entsteht aus ausgewerteten Ritten. Laden Sie einige hoch, dann erscheint er hier.',
  nothingFiltered:
    'Kein Ritt passt zu dieser Auswahl. Wählen Sie einen längeren Zeitraum oder alle Arten, Böden und Reiter.',
  nothingMeasured: 'Hier wurde nichts gemessen.',
  upload: 'Ritt hochladen',

  period: 'Zeitraum',
  periods: { '12w': '12 Wochen', '6m': '6 Monate', '1y': '1 Jahr', all: 'Alles' },
  filters: { type: 'Art des Ritts', surface: 'Boden', rider: 'Reiter' },
  everyType: 'Alle Arten',
  everySurface: 'Alle Böden',
  everyRider: 'Alle Reiter',
  riderNotKnown: 'jemand, der nicht mehr eingetragen ist',

  metrics: {
    'symmetry.score': {
      name: 'Symmetrie im Trab',
      unit: 'von 10',
      means: 'Vergleicht die beiden Hälften jedes Trabschritts auf geraden Linien. 10: gleich.',
    },
    'symmetry.minDiff': {
      name: 'Unterschied der Tiefpunkte',
      unit: 'mm',
      means: 'Wie weit die tiefsten Punkte der beiden Halbschritte im Trab auseinanderliegen.',
    },
    'symmetry.maxDiff': {
      name: 'Unterschied der Hochpunkte',
      unit: 'mm',
      means: 'Wie weit die höchsten Punkte der beiden Halbschritte im Trab auseinanderliegen.',
    },
    'gaits.walk.cadence': { name: 'Frequenz im Schritt', ...cadence },
    'gaits.trot.cadence': { name: 'Frequenz im Trab', ...cadence },
    'gaits.canter.cadence': { name: 'Frequenz im Galopp', ...cadence },
    'gaits.walk.elevation': { name: 'Vertikalbewegung im Schritt', ...elevation },
    'gaits.trot.elevation': { name: 'Vertikalbewegung im Trab', ...elevation },
    'gaits.canter.elevation': { name: 'Vertikalbewegung im Galopp', ...elevation },
    'gaits.walk.regularity': { name: 'Gleichmaß im Schritt', ...regularity },
    'gaits.trot.regularity': { name: 'Gleichmaß im Trab', ...regularity },
    'gaits.canter.regularity': { name: 'Gleichmaß im Galopp', ...regularity },
    'load.gaitMinutes': {
      name: 'Belastung des Ritts',
      unit: 'Gangminuten',
      means: 'Minuten im Schritt, doppelt die im Trab, dreifach die im Galopp.',
    },
    'heartRate.mean': {
      name: 'Mittlere Herzfrequenz',
      unit: 'bpm',
      means: 'Über die Zeit, in der sie gemessen wurde.',
    },
    'heartRate.max': { name: 'Höchste Herzfrequenz', unit: 'bpm', means: 'Des Ritts.' },
    'heartRate.recovery': {
      name: 'Erholung',
      unit: 's',
      means: 'Wie lange das Herz nach der Arbeit von 130 auf 64 Schläge pro Minute brauchte.',
    },
    'position.gaits.walk.speed': { name: 'Tempo im Schritt', ...speed },
    'position.gaits.trot.speed': { name: 'Tempo im Trab', ...speed },
    'position.gaits.canter.speed': { name: 'Tempo im Galopp', ...speed },
    'position.distance': { name: 'Strecke', unit: '', means: 'Entlang der Spur des Ritts.' },
    'transitions.count': {
      name: 'Übergänge',
      unit: '',
      means: 'Wechsel der Gangart, Halten eingeschlossen.',
    },
    'jumps.count': { name: 'Sprünge', unit: '', means: 'Gesprungene Hindernisse.' },
  },
  chartLabel: (name, unit, count) =>
    `${name}${unit === '' ? '' : ` (${unit})`}, ${counted(count, 'Ritt', 'Ritte')} im Lauf der Zeit`,
  pointAtDot:
    'Zeigen Sie auf einen Punkt, um ihn zu lesen; ein Klick öffnet den Ritt. Tasten: Pfeile bewegen, Eingabe öffnet.',
  usualIs: (low, high) => `bis dahin üblich: ${low} bis ${high}`,
  noBandYet: 'zu wenige vergleichbare Ritte, um zu sagen, was üblich ist',
  lessCertain: 'weniger sicher',

  keySession: 'ein Ritt',
  keyDoubt: 'weniger sichere Daten',
  keyOut: 'außerhalb des Üblichen',
  keyMedian: 'gleitender Median',
  keyBand: 'bis dahin üblich für dieses Pferd',
  keyEvent: 'Ereignis',
  keyVersion: 'andere Version des Algorithmus',

  usualFor: (horse, low, high, unit, rides) =>
    `Üblich für ${horse}: ${low} bis ${high}${unit === '' ? '' : ` ${unit}`}, aus ${counted(rides, 'vergleichbaren Ritt', 'vergleichbaren Ritten')}.`,
  noSlope: 'Zu wenige vergleichbare Ritte, um zu sagen, ob es steigt oder fällt.',
  rises: (amount, low, high, unit, rides) =>
    `Es steigt: ${amount} ${unit} in vier Wochen (zwischen ${low} und ${high}), aus ${counted(rides, 'Ritt', 'Ritten')}.`,
  falls: (amount, low, high, unit, rides) =>
    `Es fällt: ${amount} ${unit} in vier Wochen (zwischen ${low} und ${high}), aus ${counted(rides, 'Ritt', 'Ritten')}.`,
  steady: (low, high, unit, rides) =>
    `Kein deutlicher Anstieg oder Abfall: zwischen ${low} und ${high} ${unit} in vier Wochen, aus ${counted(rides, 'Ritt', 'Ritten')}.`,
  changed: (date, before, after, unit) =>
    `Um den ${date} hat sich das Niveau geändert: vorher ${before}, seither ${after} ${unit}.`,
  events: {
    shoeing: 'Beschlag',
    treatment: 'Behandlung',
    lesson: 'Unterricht',
    saddle: 'Neuer Sattel',
    other: 'Ereignis',
  },
  versionChanged: (from, to) =>
    `Ab hier berechnet von ${to}, davor von ${from}: nicht miteinander verglichen.`,

  lately: 'Die letzten zwölf Wochen',
  unusualNow: (count) => `${counted(count, 'Wert', 'Werte')} zurzeit außerhalb des Üblichen.`,
  look: 'Ansehen',
  outOfRange: 'Außerhalb des Üblichen',
  nothingOut: (horse) => `Zuletzt nichts, was für ${horse} unüblich war.`,
  wasOut: (direction, rides) => {
    const way = direction === 'higher' ? 'höher' : 'niedriger';
    return rides === 1
      ? `war einmal ${way} als üblich.`
      : `war in ${rides} vergleichbaren Ritten in Folge ${way} als üblich.`;
  },
  earlier: (count) => `${counted(count, 'frühere Abweichung', 'frühere Abweichungen')}`,
  since: (date) => `Seit ${date}.`,
  backInside: 'Seither wieder im üblichen Bereich.',
  advice: {
    watch: 'Das sagt noch wenig. Achten Sie auf die nächsten vergleichbaren Ritte.',
    'talk-to-your-vet':
      'Dreimal in Folge oder öfter lohnt einen Blick: Prüfen Sie Sensor und Sattel, und sprechen Sie mit Tierarzt oder Trainer darüber.',
  },
  notADiagnosis:
    'Jeder Ritt wird nur mit vergleichbaren Ritten dieses Pferdes verglichen. Ein Sensor am Rumpf erklärt nicht, warum sich etwas geändert hat; dafür braucht es Menschen, die das Pferd sehen.',

  changing: 'Was sich ändert',
  inFourWeeks: {
    rises: (amount) => `steigt, um ${amount} in vier Wochen.`,
    falls: (amount) => `fällt, um ${amount} in vier Wochen.`,
  },

  allMetrics: 'Alles, was gemessen wurde',

  weeklyLoad: 'Arbeit pro Woche',
  weeksScroll: 'Wochen, seitlich zu verschieben',
  minutes: 'min',
  weekUnknown: (day) => `Woche ab ${day}: nichts aufgezeichnet, also nicht bekannt`,
  weekOf: (day, minutes, rides, days) =>
    `Woche ab ${day}: ${minutes} min in ${counted(rides, 'Ritt', 'Ritten')} an ${counted(days, 'Tag', 'Tagen')}`,
  ratio: 'Letzte Woche gegenüber den letzten vier (akut zu chronisch)',
  fitness: 'Fitness: Belastung pro Tag, über sechs Wochen gemittelt',
  fatigue: 'Ermüdung: dasselbe über eine Woche',
  form: 'Form: Fitness minus Ermüdung, vom Tag davor',
  monotony: 'Eintönigkeit der letzten vollen Woche',
  strain: 'Beanspruchung der letzten vollen Woche',
  loadHonesty:
    'Ein Tag ohne Aufzeichnung ist unbekannt, keine Ruhe. Fitness, Ermüdung und Form beruhen auf Konstanten von menschlichen Athleten.',
  weeklyReins: 'Kurven pro Woche, links und rechts',

  downloads: 'Zum Mitnehmen',
  download: { csv: 'Was gezeigt wird (CSV)', arrow: 'Was gezeigt wird (Arrow)' },
  computedBy: (algorithm) => `Berechnet von ${algorithm}.`,
} satisfies Catalogue['trends'];
