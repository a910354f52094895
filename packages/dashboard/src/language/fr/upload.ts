import type { Catalogue } from '../catalogue-type.ts';

export const upload = {
  title: 'Envoyer des séances',
  horse: 'Cheval',
  noHorses: 'Une séance appartient à un cheval. Ajoutez-en un d’abord.',
  toHorses: 'Ajouter un cheval',
  drop: 'Déposez les fichiers ici',
  choose: 'Choisir des fichiers',
  whichFiles:
    'CSV d’un capteur de mouvement, zip de Sensor Logger ou phyphox, Movesense, Arrow ; FIT, GPX ou TCX d’une montre. Plusieurs à la fois. Leurs octets sont gardés tels quels.',
  about: 'À propos de ces séances',
  aboutHint: 'Facultatif, et peut se dire plus tard',
  start: 'Début',
  startHint: (zone) => `Seulement si le fichier ne le sait pas. À l’heure de ${zone}.`,
  startForOne:
    'Un début ne peut être donné que pour une séance à la fois. Choisissez un seul fichier, ou laissez le début vide et donnez-le plus tard sur chaque page.',
  files: 'Fichiers',
  clear: 'Vider la liste',

  waiting: 'En attente',
  sending: (percent) => `Envoi ${percent}`,
  storing: 'Mise à l’abri …',
  queued: 'À l’abri. En attente d’analyse',
  analysing: (percent) => `À l’abri. Analyse ${percent}`,
  done: 'Terminé',
  duplicate: (horse) =>
    `Vous avez déjà cette séance${horse === null ? '' : `, avec ${horse}`}. Rien n’a été gardé deux fois.`,
  notUsable: 'Gardé, mais ne peut pas être analysé :',
  notAnalysed: 'Gardé, mais l’analyse n’a pas abouti :',
  failed: 'Non envoyé.',
  open: 'Ouvrir la séance',
  openUnusable: 'Voir le fichier',
  toHorse: (name) => `pour ${name}`,
  progressOf: (name) => `Envoi de ${name}`,
} satisfies Catalogue['upload'];
