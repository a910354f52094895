import type { Catalogue } from '../catalogue-type.ts';

export const horses = {
  title: 'Mes chevaux',
  add: 'Ajouter un cheval',
  noRides: 'Pas encore de séance.',
  upload: 'Envoyer une séance',
  allRides: 'Toutes les séances',
  moreRides: 'En afficher plus',
  archived: 'Chevaux archivés',
  edit: (name) => `Modifier ${name}`,
  born: (year) => `né en ${year}`,

  firstTitle: 'Bienvenue. Trois étapes jusqu’à la première séance',
  steps: [
    ['Ajoutez votre cheval', 'Un nom suffit. Le reste peut attendre.'],
    [
      'Envoyez un enregistrement',
      'Le fichier CSV de votre capteur de mouvement, ou d’une application du téléphone.',
    ],
    [
      'Regardez la séance',
      'Allures, symétrie, mains et transitions apparaissent toutes seules, en quelques secondes.',
    ],
  ],
  firstButton: 'Ajouter votre premier cheval',

  addTitle: 'Ajouter un cheval',
  editTitle: 'Modifier le cheval',
  name: 'Nom',
  breed: 'Race',
  birthYear: 'Année de naissance',
  mass: (unit) => `Poids (${unit})`,
  mount: 'Emplacement habituel du capteur',
  timeZone: 'Fuseau horaire',
  timeZoneHint: 'Là où vit le cheval : ses journées y commencent.',
  archive: 'Archivé : gardé avec toutes ses séances, mais pas proposé pour les nouvelles',
  save: 'Enregistrer',
  addButton: 'Ajouter',
  saving: 'Enregistrement …',

  noneArchived: 'Aucun cheval n’est archivé.',
  removedTitle: 'Séances supprimées',
  removedLead:
    'Une séance supprimée peut être rétablie pendant 30 jours. Ensuite elle disparaît pour de bon, avec son enregistrement.',
  noneRemoved: 'Rien n’est supprimé.',
  restore: 'Rétablir',
  goneOn: (date) => `Disparaît pour de bon le ${date}`,
} satisfies Catalogue['horses'];
