import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const settings = {
  title: 'Réglages',
  preferences: 'L’apparence des pages',
  language: 'Langue',
  asBrowser: 'Celle que demande le navigateur',
  units: 'Unités',
  unitsHint: 'La symétrie reste en mm ; les téléchargements restent métriques.',
  unitSystems: { metric: 'Métriques (cm, km, kg)', imperial: 'Impériales (pouces, miles, livres)' },

  riders: 'Cavaliers',
  newRider: 'Nom d’un autre cavalier',
  addRider: 'Ajouter',
  renameRider: (name) => `Renommer ${name}`,
  archiveRider: (name) => `Archiver ${name}`,
  archive: 'Archiver',
  save: 'Enregistrer',

  signIns: 'Où vous êtes connecté',
  signedInOn: (when) => `Depuis le ${when}`,
  thisBrowser: 'ce navigateur',
  endSignIn: (when) => `Mettre fin à la connexion du ${when}`,
  end: 'Mettre fin',

  exportTitle: 'Tout dans un fichier',
  exportLead:
    'Chaque enregistrement octet par octet, chaque résultat, vos chevaux, cavaliers, notes et événements, dans un zip que ce Piaffe ou un autre peut reprendre.',
  exportButton: 'Tout exporter',
  importTitle: 'Reprendre un export',
  importLead:
    'Rien de ce qui est ici n’est écrasé ; les séances déjà présentes sont reconnues. Les résultats sont recalculés.',
  importButton: 'Choisir un export',
  chooseExport: 'Export à reprendre',
  sending: (share) => `Envoi, ${share}`,
  importing: 'Reprise en cours …',
  imported: (rides, here) =>
    `${counted(rides, 'séance reprise', 'séances reprises')}, ${counted(here, 'séance déjà présente', 'séances déjà présentes')}.`,
  notImported: (rides) =>
    `${counted(rides, 'séance n’a pas pu être reprise', 'séances n’ont pas pu être reprises')} :`,
  toHorses: 'Vers mes chevaux',

  deleteTitle: 'Supprimer le compte',
  deleteLead: 'Avec tout ce qui lui appartient. Exportez d’abord ce que vous voulez garder.',
  deleteText:
    'Vos chevaux, séances, enregistrements, résultats, notes et jetons sont supprimés définitivement. Personne ne peut les faire revenir.',
  deleteLast:
    'Personne d’autre n’a de compte ici : le serveur n’a alors plus personne, jusqu’à ce que celui qui le fait tourner affiche un nouveau lien de connexion.',
  deleteButton: 'Supprimer définitivement',
  deleting: 'Suppression …',
  typeName: (name) => `Tapez ${name} pour continuer`,

  nameTitle: 'Nom',
  saveName: 'Enregistrer le nom',
  passwordTitle: 'Mot de passe',
  setPasswordTitle: 'Définir un mot de passe',
  current: 'Mot de passe actuel',
  savePassword: 'Changer le mot de passe',
  setPassword: 'Définir le mot de passe',
  passwordLead: 'Toutes les autres connexions prennent fin ; celle-ci continue.',
  noPassword:
    'Ce compte n’a pas de mot de passe : sans lui, seul un autre lien de connexion vous laisse entrer.',
  saved: 'Enregistré.',
  saving: 'Enregistrement …',
  tokens: 'Accès pour des programmes',
  tokensLead:
    'Un jeton laisse entrer un programme ou un script en votre nom, pour ce qu’il a le droit de faire et rien de plus.',
  apiPages: 'Ce que propose l’API',
  newToken: 'Nouveau jeton',
  tokenName: 'À quoi il sert',
  tokenNameHint: 'Par exemple « notebook » ou « application du téléphone ».',
  mayDo: 'Il peut',
  worksFor: 'Il est valable',
  days: (days) => (days === 365 ? 'un an' : counted(days, 'jour', 'jours')),
  untilRevoked: 'jusqu’à sa révocation',
  createToken: 'Créer le jeton',
  tokenTitle: 'Votre nouveau jeton',
  tokenLead:
    'Copiez-le maintenant : il n’est montré que cette fois. Qui le possède peut faire ce qu’il permet.',
  neverUsed: 'jamais utilisé',
  lastUsed: (date) => `utilisé pour la dernière fois le ${date}`,
  revoke: 'Révoquer',
  until: (date) => `jusqu’au ${date}`,
  scopes: {
    read: 'lire les chevaux, séances et enregistrements',
    upload: 'déposer des enregistrements',
    write: 'modifier et supprimer',
  },
} satisfies Catalogue['settings'];
