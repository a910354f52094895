import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const settings = {
  title: 'Einstellungen',
  preferences: 'Wie die Seiten aussehen',
  language: 'Sprache',
  asBrowser: 'Wie der Browser es verlangt',
  units: 'Einheiten',
  unitsHint: 'Die Symmetrie bleibt in mm, Downloads bleiben metrisch.',
  unitSystems: { metric: 'Metrisch (cm, km, kg)', imperial: 'Imperial (Zoll, Meilen, Pfund)' },

  riders: 'Reiter',
  newRider: 'Name eines weiteren Reiters',
  addRider: 'Hinzufügen',
  renameRider: (name) => `${name} umbenennen`,
  archiveRider: (name) => `${name} archivieren`,
  archive: 'Archivieren',
  save: 'Speichern',

  signIns: 'Wo Sie angemeldet sind',
  signedInOn: (when) => `Seit ${when}`,
  thisBrowser: 'dieser Browser',
  endSignIn: (when) => `Anmeldung vom ${when} beenden`,
  end: 'Beenden',

  exportTitle: 'Alles in einer Datei',
  exportLead:
    'Jede Aufzeichnung Byte für Byte, jedes Ergebnis, Ihre Pferde, Reiter, Notizen und Ereignisse, als Zip, das dieses oder ein anderes Piaffe wieder aufnimmt.',
  exportButton: 'Alles exportieren',
  importTitle: 'Einen Export aufnehmen',
  importLead:
    'Nichts, was hier ist, wird überschrieben; Ritte, die schon hier sind, werden erkannt. Ergebnisse werden neu berechnet.',
  importButton: 'Export wählen',
  chooseExport: 'Export zum Aufnehmen',
  sending: (share) => `Wird gesendet, ${share}`,
  importing: 'Wird aufgenommen …',
  imported: (rides, here) =>
    `${counted(rides, 'Ritt', 'Ritte')} aufgenommen, ${counted(here, 'Ritt', 'Ritte')} schon hier.`,
  notImported: (rides) => `${counted(rides, 'Ritt konnte', 'Ritte konnten')} nicht aufgenommen werden:`,
  toHorses: 'Zu meinen Pferden',

  deleteTitle: 'Konto löschen',
  deleteLead: 'Mit allem, was dazugehört. Exportieren Sie vorher, was Sie behalten wollen.',
  deleteText:
    'Ihre Pferde, Ritte, Aufzeichnungen, Ergebnisse, Notizen und Tokens werden endgültig gelöscht. Niemand kann sie zurückholen.',
  deleteLast:
    'Niemand sonst hat hier ein Konto: Der Server ist dann ohne jemanden, bis wer ihn betreibt einen neuen Anmeldelink ausgibt.',
  deleteButton: 'Endgültig löschen',
  deleting: 'Wird gelöscht …',
  typeName: (name) => `Geben Sie ${name} ein, um fortzufahren`,

  nameTitle: 'Name',
  saveName: 'Name speichern',
  passwordTitle: 'Passwort',
  setPasswordTitle: 'Passwort setzen',
  current: 'Bisheriges Passwort',
  savePassword: 'Passwort ändern',
  setPassword: 'Passwort festlegen',
  passwordLead: 'Jede andere Anmeldung endet; diese bleibt.',
  noPassword:
    'Dieses Konto hat kein Passwort: Ohne eines kommen Sie nur mit einem weiteren Anmeldelink hinein.',
  saved: 'Gespeichert.',
  saving: 'Wird gespeichert …',
  tokens: 'Zugriff für Programme',
  tokensLead:
    'Ein Zugriffsschlüssel lässt ein Programm oder Skript in Ihrem Namen ein, für das, was es darf, und nicht mehr.',
  apiPages: 'Was die API bietet',
  newToken: 'Neuer Zugriffsschlüssel',
  tokenName: 'Wofür er ist',
  tokenNameHint: 'Etwa „Notebook“ oder „App auf dem Telefon“.',
  mayDo: 'Er darf',
  worksFor: 'Er gilt',
  days: (days) => (days === 365 ? 'ein Jahr' : counted(days, 'Tag', 'Tage')),
  untilRevoked: 'bis er widerrufen wird',
  createToken: 'Zugriffsschlüssel anlegen',
  tokenTitle: 'Ihr neuer Zugriffsschlüssel',
  tokenLead: 'Kopieren Sie ihn jetzt: Er wird nur dieses eine Mal gezeigt. Wer ihn hat, darf, was er darf.',
  neverUsed: 'nie benutzt',
  lastUsed: (date) => `zuletzt benutzt am ${date}`,
  revoke: 'Widerrufen',
  until: (date) => `bis ${date}`,
  scopes: {
    read: 'Pferde, Ritte und Aufzeichnungen lesen',
    upload: 'Aufzeichnungen einreichen',
    write: 'ändern und entfernen',
  },
} satisfies Catalogue['settings'];
