import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const pieces = {
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  waitFirst: (seconds) => `Attendez ${seconds} s avant de réessayer.`,
  reportAs: 'Si cela se reproduit, signalez-le avec le numéro',
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
