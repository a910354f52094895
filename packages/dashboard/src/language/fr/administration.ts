import type { Catalogue } from '../catalogue-type.ts';

export const administration = {
  title: 'Ce serveur',
  peopleTitle: 'Personnes',
  peopleLead: 'Vous gérez ce serveur. Cela ne vous permet pas de voir les chevaux ou les séances des autres.',
  invite: 'Inviter quelqu’un',
  inviteFor: 'Pour qui',
  inviteForHint: 'Vous seul le voyez.',
  role: 'Rôle',
  rider: 'Cavalier',
  administrator: 'Administrateur : peut aussi inviter et gère le serveur',
  createLink: 'Créer le lien',
  linkTitle: 'Envoyez-lui ce lien',
  linkLead: (until) =>
    `Il fonctionne une fois, jusqu’au ${until}, et n’est montré que maintenant. Envoyez-le par une voie de confiance.`,
  openInvitations: 'Invitations ouvertes',
  nobody: 'sans mention',
  withdraw: 'Retirer',
  accounts: 'Comptes',
  since: (date) => `depuis le ${date}`,
  you: 'vous',
  suspended: 'suspendu',
  suspend: 'Suspendre',
  letBackIn: 'Laisser revenir',
  newPassword: 'Lien pour un nouveau mot de passe',
  actionsFor: (name) => `Actions pour ${name}`,
  until: (date) => `jusqu’au ${date}`,
} satisfies Catalogue['administration'];
