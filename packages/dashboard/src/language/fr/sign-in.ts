import type { Catalogue } from '../catalogue-type.ts';

export const signIn = {
  signIn: 'Se connecter',
  again: 'Votre session est terminée. Reconnectez-vous, et vous revenez là où vous étiez.',
  name: 'Nom',
  password: 'Mot de passe',
  signingIn: 'Connexion …',
  noAccount:
    'Vous êtes nouveau ici ? La personne qui gère ce serveur peut vous envoyer une invitation. Mot de passe oublié ? Elle peut vous envoyer un lien pour en définir un autre.',
  ownServer:
    'Vous gérez vous-même ce serveur ? Affichez un lien qui vous connecte : npx --no-install piaffe sign-in-link',
  byLink: 'Connexion en cours',
  linkFailed: 'Ce lien ne fonctionne plus',
  linkFailedHelp:
    'Un lien de connexion fonctionne une seule fois, pendant 15 minutes. La personne qui gère ce serveur peut en afficher un autre avec « npx --no-install piaffe sign-in-link ».',
  toSignIn: 'Se connecter avec nom et mot de passe',
  firstTitle: 'Bienvenue dans Piaffe',
  firstLead: 'Vous êtes connecté. Choisissez un nom et un mot de passe pour pouvoir revenir sans lien.',
  nameHint: 'Celui avec lequel vous vous connectez.',
  newPassword: 'Nouveau mot de passe',
  passwordHint:
    'Au moins 12 caractères. Quelques mots à la suite conviennent bien, et se retiennent facilement.',
  setPassword: 'Enregistrer et continuer',
  later: 'Plus tard',
  invitationTitle: 'Vous êtes invité',
  invitationLead:
    'Choisissez un nom et un mot de passe, et votre écurie est prête. Ce que vous y gardez n’est qu’à vous.',
  accept: 'Créer mon compte',
  resetTitle: 'Définir un nouveau mot de passe',
  resetLead:
    'Vous êtes déconnecté partout ailleurs, et les jetons créés avec ce compte ne fonctionnent plus.',
  reset: 'Définir le mot de passe et se connecter',
  saving: 'Enregistrement …',
} satisfies Catalogue['signIn'];
