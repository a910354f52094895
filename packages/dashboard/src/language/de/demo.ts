import type { Catalogue } from '../catalogue-type.ts';

export const demo = {
  title: 'Der Demostall',
  begins: 'Der Demostall wird vorbereitet.',
  seeding: (done, total) =>
    `Der Demostall wird vorbereitet: ${done} von ${total} Ritten. Sie können sich schon umsehen.`,
  ready: 'Das ist der Demostall: drei simulierte Pferde über zwölf Wochen.',
  removing: 'Der Demostall wird entfernt …',
  takeTour: 'Rundgang beginnen',
  remove: 'Demo entfernen',
  removeTitle: 'Den Demostall entfernen?',
  removeText:
    'Seine drei Pferde und alle ihre Ritte werden endgültig gelöscht. Pferde und Ritte, die Sie selbst hinzugefügt haben, bleiben.',

  tourTitle: 'Rundgang',
  endTour: 'Rundgang beenden',
  sentence: (number, of) => `Rundgang, ${number} von ${of}`,
  showMe: 'Zeigen',
  back: 'Zurück',
  next: 'Weiter',
  done: 'Fertig',
  tour: [
    'Jede Karte sagt in Sekunden, ob der letzte Ritt eines Pferdes ausgewertet ist und ob er für dieses Pferd normal war.',
    'Jeder Punkt ist ein Ritt von Luna; sobald es von einer Art genug gab, um zu sagen, was für sie üblich ist, zeigt es ein schattiertes Band, und kaum ein Ritt verlässt es: Sie ist beständig.',
    'Vento wird fitter: Woche für Woche braucht sein Herz weniger Zeit, um sich nach der Arbeit zu beruhigen.',
    'Ab der neunten Woche ist Brisas Trab Ritt für Ritt weniger gleichmäßig, kurz nach der Linie, die ihren Beschlag markiert: Piaffe zeigt, seit wann, und Menschen finden heraus, warum.',
    'Ein Tag mit Springen: Gangarten, Sprünge und Herzschlag stehen auf einer Zeitleiste, und ein Klick oder ein Tippen merkt den Augenblick, über den man sprechen will.',
    'Eine gedruckte Seite sagt es Ihrem Trainer oder Ihrer Tierärztin, und wenn Sie genug gesehen haben, entfernt ein Klick auf der ersten Seite die Demo.',
  ],
} satisfies Catalogue['demo'];
