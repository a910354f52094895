import type { Catalogue } from '../catalogue-type.ts';

export const horses = {
  title: 'Meine Pferde',
  add: 'Pferd hinzufügen',
  noRides: 'Noch keine Ritte.',
  upload: 'Ritt hochladen',
  allRides: 'Alle Ritte',
  moreRides: 'Mehr zeigen',
  archived: 'Archivierte Pferde',
  edit: (name) => `${name} bearbeiten`,
  born: (year) => `geboren ${year}`,

  firstTitle: 'Willkommen. Drei Schritte bis zum ersten Ritt',
  steps: [
    ['Fügen Sie Ihr Pferd hinzu', 'Ein Name genügt. Der Rest hat Zeit.'],
    [
      'Laden Sie eine Aufzeichnung hoch',
      'Die CSV-Datei Ihres Bewegungssensors oder einer App auf dem Telefon.',
    ],
    [
      'Sehen Sie sich den Ritt an',
      'Gangarten, Symmetrie, Hände und Übergänge erscheinen von selbst, in Sekunden.',
    ],
  ],
  firstButton: 'Ihr erstes Pferd hinzufügen',

  addTitle: 'Pferd hinzufügen',
  editTitle: 'Pferd bearbeiten',
  name: 'Name',
  breed: 'Rasse',
  birthYear: 'Geburtsjahr',
  mass: (unit) => `Gewicht (${unit})`,
  mount: 'Wo der Sensor gewöhnlich sitzt',
  timeZone: 'Zeitzone',
  timeZoneHint: 'Wo das Pferd lebt: Dort beginnen seine Tage.',
  archive: 'Archiviert: mit allen Ritten aufbewahrt, für neue nicht angeboten',
  save: 'Speichern',
  addButton: 'Hinzufügen',
  saving: 'Wird gespeichert …',

  noneArchived: 'Kein Pferd ist archiviert.',
  removedTitle: 'Entfernte Ritte',
  removedLead:
    'Ein entfernter Ritt kann 30 Tage lang zurückgeholt werden. Danach ist er endgültig weg, mit seiner Aufzeichnung.',
  noneRemoved: 'Nichts ist entfernt.',
  restore: 'Zurückholen',
  goneOn: (date) => `Endgültig weg am ${date}`,
} satisfies Catalogue['horses'];
