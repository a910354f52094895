import type { Catalogue } from '../catalogue-type.ts';

export const signIn = {
  signIn: 'Anmelden',
  again: 'Ihre Anmeldung ist abgelaufen. Melden Sie sich wieder an, und Sie sind, wo Sie waren.',
  name: 'Name',
  password: 'Passwort',
  signingIn: 'Anmeldung läuft …',
  noAccount:
    'Neu hier? Wer diesen Server betreibt, kann Ihnen eine Einladung schicken. Passwort vergessen? Von dort kommt auch ein Link für ein neues.',
  ownServer:
    'Sie betreiben diesen Server selbst? So erhalten Sie einen Link, der Sie anmeldet: npx --no-install piaffe sign-in-link',
  byLink: 'Sie werden angemeldet',
  linkFailed: 'Dieser Link gilt nicht mehr',
  linkFailedHelp:
    'Ein Anmeldelink gilt einmal und 15 Minuten lang. Wer diesen Server betreibt, erhält einen neuen mit „npx --no-install piaffe sign-in-link“.',
  toSignIn: 'Mit Name und Passwort anmelden',
  firstTitle: 'Willkommen bei Piaffe',
  firstLead: 'Sie sind angemeldet. Wählen Sie Name und Passwort, damit Sie ohne Link wiederkommen können.',
  nameHint: 'Damit melden Sie sich an.',
  newPassword: 'Neues Passwort',
  passwordHint: 'Mindestens 12 Zeichen. Einige Wörter hintereinander sind gut, und leicht zu merken.',
  setPassword: 'Speichern und weiter',
  later: 'Jetzt nicht',
  invitationTitle: 'Sie sind eingeladen',
  invitationLead:
    'Wählen Sie Name und Passwort, und Ihr Stall ist bereit. Was Sie darin aufbewahren, gehört nur Ihnen.',
  accept: 'Mein Konto anlegen',
  resetTitle: 'Neues Passwort setzen',
  resetLead: 'Sie werden überall sonst abgemeldet, und Zugriffsschlüssel dieses Kontos gelten nicht mehr.',
  reset: 'Passwort setzen und anmelden',
  saving: 'Wird gespeichert …',
} satisfies Catalogue['signIn'];
