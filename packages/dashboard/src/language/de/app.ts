import type { Catalogue } from '../catalogue-type.ts';

export const app = {
  skip: 'Zur Seite springen',
  navigation: 'Seiten',
  horses: 'Pferde',
  upload: 'Hochladen',
  onTheWay: 'unterwegs',
  account: 'Konto',
  signedInAs: 'Angemeldet als',
  administrator: 'betreibt diesen Server',
  settings: 'Einstellungen',
  administration: 'Diesen Server betreiben',
  noPassword: 'Noch kein Passwort: eines setzen',
  removedRides: 'Entfernte Ritte',
  signOut: 'Abmelden',
  nowhereTitle: 'Hier ist nichts',
  nowhere:
    'Die Adresse führt nirgendwohin. Vielleicht ist sie vertippt, oder was hier war, ist nicht mehr da.',
  toHorses: 'Zu meinen Pferden',
  brokeTitle: 'Diese Seite ist gestört',
  broke: 'Der Fehler liegt bei uns; nichts ist verloren. Laden Sie die Seite neu.',
  reload: 'Neu laden',
  startFailed: 'Piaffe kann gerade nicht angezeigt werden',
} satisfies Catalogue['app'];
