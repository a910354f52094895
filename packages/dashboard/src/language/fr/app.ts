import type { Catalogue } from '../catalogue-type.ts';

export const app = {
  skip: 'Aller à la page',
  navigation: 'Pages',
  horses: 'Chevaux',
  upload: 'Envoyer',
  onTheWay: 'en cours',
  account: 'Compte',
  signedInAs: 'Connecté en tant que',
  administrator: 'gère ce serveur',
  settings: 'Réglages',
  administration: 'Gérer ce serveur',
  noPassword: 'Pas encore de mot de passe : en choisir un',
  removedRides: 'Séances supprimées',
  signOut: 'Se déconnecter',
  nowhereTitle: 'Il n’y a rien ici',
  nowhere:
    'Cette adresse ne mène nulle part. Elle est peut-être mal écrite, ou ce qui était ici n’y est plus.',
  toHorses: 'Vers mes chevaux',
  brokeTitle: 'Cette page a un problème',
  broke: 'La faute est de notre côté ; rien n’est perdu. Rechargez la page.',
  reload: 'Recharger',
  startFailed: 'Piaffe ne peut pas être affiché pour le moment',
} satisfies Catalogue['app'];
