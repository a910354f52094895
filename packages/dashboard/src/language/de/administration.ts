import type { Catalogue } from '../catalogue-type.ts';

export const administration = {
  title: 'Dieser Server',
  peopleTitle: 'Personen',
  peopleLead: 'Sie betreiben diesen Server. Pferde und Ritte anderer sehen Sie deshalb nicht.',
  invite: 'Jemanden einladen',
  inviteFor: 'Für wen',
  inviteForHint: 'Das sehen nur Sie.',
  role: 'Rolle',
  rider: 'Reiter',
  administrator: 'Verwaltung: lädt auch ein und betreibt den Server',
  createLink: 'Link anlegen',
  linkTitle: 'Schicken Sie diesen Link',
  linkLead: (until) =>
    `Er gilt einmal, bis ${until}, und wird nur jetzt gezeigt. Schicken Sie ihn auf einem Weg, dem Sie trauen.`,
  openInvitations: 'Offene Einladungen',
  nobody: 'ohne Vermerk',
  withdraw: 'Zurückziehen',
  accounts: 'Konten',
  since: (date) => `seit ${date}`,
  you: 'Sie',
  suspended: 'gesperrt',
  suspend: 'Sperren',
  letBackIn: 'Wieder zulassen',
  newPassword: 'Link für ein neues Passwort',
  actionsFor: (name) => `Aktionen für ${name}`,
  until: (date) => `bis ${date}`,
} satisfies Catalogue['administration'];
