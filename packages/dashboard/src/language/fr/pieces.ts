import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const pieces = {
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  waitFirst: (seconds) => `Attendez ${seconds} s avant de réessayer.`,
  reportAs: 'Si cela se reproduit, signalez-le avec le numéro',
  /** While a part of the server is away, what is missing. */
  lost: {
    'sign-in':
      'Personne ne peut être reconnu pour le moment, donc rien n’est montré de personne. Rien n’est perdu.',
    horses:
      'Les chevaux et les cavaliers ne peuvent pas être montrés pour le moment. Les séances s’ouvrent comme toujours.',
    rides: 'Les séances ne peuvent pas être montrées pour le moment. Toutes sont conservées.',
    uploads: 'Aucun enregistrement ne peut être accepté pour le moment. Gardez les fichiers.',
    analysis:
      'Rien de nouveau ne peut être analysé pour le moment. Les enregistrements sont conservés, et leurs chiffres apparaîtront plus tard tout seuls.',
    trends:
      'Les tendances, et ce qui est habituel pour un cheval, ne peuvent pas être données pour le moment. Les séances et leurs chiffres sont tous là.',
    export: 'Aucun export ne peut être fait pour le moment.',
  },
  comesBack: 'Cela revient tout seul.',
  cancel: 'Annuler',
  save: 'Enregistrer',
  saving: 'Enregistrement …',
  isNew: 'Nouveau',
  reinsOf: (left, right) => `${left} à gauche, ${right} à droite`,
  symmetry: 'Symétrie',
  noSymmetry: 'Pas de symétrie :',
  uploadedAt: (when) => `Envoyée le ${when}`,
  notes: (count) => counted(count, 'note', 'notes'),
  dataQuality: (quality) => `données ${quality}`,
  notSaid: 'non précisé',
  optional: 'facultatif',
  add: 'Ajouter',
  somebodyNew: 'Quelqu’un d’autre …',
  riderName: 'Nom du cavalier',
  type: 'Type',
  surface: 'Sol',
  rider: 'Cavalier',
  mount: 'Capteur',

  quality: {
    good: 'bonnes',
    fair: 'moyennes',
    poor: 'faibles',
    none: 'manquantes',
  },

  state: {
    queued: 'En attente d’analyse',
    running: 'Analyse en cours',
    done: 'Terminé',
    failed: 'Inutilisable',
    quarantined: 'Analyse non aboutie',
  },

  mounts: {
    girth: 'À la sangle',
    saddle: 'Sur la selle',
    withers: 'Au garrot',
    phone: 'Un téléphone sur le cheval ou le cavalier',
  },
  copy: 'Copier',
  copied: 'Copié',
  done: 'Terminé',
} satisfies Catalogue['pieces'];
