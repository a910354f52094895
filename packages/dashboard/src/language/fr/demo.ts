import type { Catalogue } from '../catalogue-type.ts';

export const demo = {
  title: 'L’écurie de démonstration',
  begins: 'L’écurie de démonstration se prépare.',
  seeding: (done, total) =>
    `L’écurie de démonstration se prépare : ${done} séances sur ${total}. Vous pouvez déjà regarder.`,
  ready: 'Voici l’écurie de démonstration : trois chevaux simulés, sur douze semaines.',
  removing: 'L’écurie de démonstration est en cours de suppression …',
  takeTour: 'Faire la visite',
  remove: 'Supprimer la démonstration',
  removeTitle: 'Supprimer l’écurie de démonstration ?',
  removeText:
    'Ses trois chevaux et toutes leurs séances sont supprimés définitivement. Les chevaux et les séances que vous avez ajoutés restent.',

  tourTitle: 'Visite guidée',
  endTour: 'Quitter la visite',
  sentence: (number, of) => `Visite guidée, ${number} sur ${of}`,
  showMe: 'Me montrer',
  back: 'Retour',
  next: 'Suite',
  done: 'Terminé',
  tour: [
    'Chaque carte dit en quelques secondes si la dernière séance d’un cheval est analysée, et si elle était normale pour ce cheval.',
    'Chaque point est une séance de Luna ; dès qu’il y en a assez d’un genre pour dire ce qui est habituel pour elle, une bande ombrée le montre, et presque aucune n’en sort : elle est régulière.',
    'Vento gagne en condition : de semaine en semaine, son cœur met moins de temps à se calmer après l’effort.',
    'À partir de la neuvième semaine, le trot de Brisa est moins symétrique séance après séance, peu après la ligne qui marque sa ferrure : Piaffe montre depuis quand, et c’est à vous de trouver pourquoi.',
    'Un jour de saut : allures, sauts et battements du cœur sont sur une même ligne de temps, où un clic ou un toucher marque le moment dont on veut parler.',
    'Une page imprimée le raconte à votre entraîneur ou à votre vétérinaire, et quand vous avez tout vu, un clic sur la première page supprime la démonstration.',
  ],
} satisfies Catalogue['demo'];
