import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

const cadence = { unit: '/min', means: 'Foulées par minute, en moyenne sur la séance.' };
const elevation = { unit: '', means: 'De combien le tronc monte et descend à chaque foulée.' };
const regularity = {
  unit: 'sur 10',
  means: 'À quel point le temps d’une foulée à l’autre était constant. 10 : parfaitement constant.',
};
const speed = { unit: '', means: 'Mètres par minute, d’après les positions de la séance.' };

export const trends = {
  title: 'Évolution',
  titleOf: (horse: string) => `${horse} : évolution`,
  nothingTitle: 'Pas encore d’évolution',
  nothingYet:
    'L’évolution se dessine à partir de séances analysées. Envoyez-en quelques-unes, elles apparaîtront ici.',
  nothingFiltered:
    'Aucune séance ne correspond à ce choix. Prenez une période plus longue, ou tous les types, sols et cavaliers.',
  nothingMeasured: 'Rien n’a été mesuré ici.',
  upload: 'Envoyer une séance',

  period: 'Période',
  periods: { '12w': '12 semaines', '6m': '6 mois', '1y': '1 an', all: 'Tout' },
  filters: { type: 'Type de séance', surface: 'Sol', rider: 'Cavalier' },
  everyType: 'Tous les types',
  everySurface: 'Tous les sols',
  everyRider: 'Tous les cavaliers',
  riderNotKnown: 'quelqu’un qui n’est plus inscrit',

  metrics: {
    'symmetry.score': {
      name: 'Symétrie au trot',
      unit: 'sur 10',
      means: 'Compare les deux moitiés de chaque foulée de trot en ligne droite. 10 : égales.',
    },
    'symmetry.minDiff': {
      name: 'Écart des points bas',
      unit: 'mm',
      means: 'Distance entre les points les plus bas des deux demi-foulées au trot.',
    },
    'symmetry.maxDiff': {
      name: 'Écart des points hauts',
      unit: 'mm',
      means: 'Distance entre les points les plus hauts des deux demi-foulées au trot.',
    },
    'gaits.walk.cadence': { name: 'Cadence au pas', ...cadence },
    'gaits.trot.cadence': { name: 'Cadence au trot', ...cadence },
    'gaits.canter.cadence': { name: 'Cadence au galop', ...cadence },
    'gaits.walk.elevation': { name: 'Élévation au pas', ...elevation },
    'gaits.trot.elevation': { name: 'Élévation au trot', ...elevation },
    'gaits.canter.elevation': { name: 'Élévation au galop', ...elevation },
    'gaits.walk.regularity': { name: 'Régularité au pas', ...regularity },
    'gaits.trot.regularity': { name: 'Régularité au trot', ...regularity },
    'gaits.canter.regularity': { name: 'Régularité au galop', ...regularity },
    'load.gaitMinutes': {
      name: 'Charge de la séance',
      unit: 'min d’allure',
      means: 'Minutes au pas, deux fois celles au trot, trois fois celles au galop.',
    },
    'heartRate.mean': {
      name: 'Fréquence cardiaque moyenne',
      unit: 'bpm',
      means: 'Sur le temps où elle a été mesurée.',
    },
    'heartRate.max': { name: 'Fréquence cardiaque la plus haute', unit: 'bpm', means: 'De la séance.' },
    'heartRate.recovery': {
      name: 'Récupération',
      unit: 's',
      means: 'Temps mis par le cœur pour passer de 130 à 64 battements par minute après l’effort.',
    },
    'position.gaits.walk.speed': { name: 'Vitesse au pas', ...speed },
    'position.gaits.trot.speed': { name: 'Vitesse au trot', ...speed },
    'position.gaits.canter.speed': { name: 'Vitesse au galop', ...speed },
    'position.distance': { name: 'Distance', unit: '', means: 'Le long du tracé de la séance.' },
    'transitions.count': { name: 'Transitions', unit: '', means: 'Changements d’allure, arrêts compris.' },
    'jumps.count': { name: 'Sauts', unit: '', means: 'Obstacles sautés.' },
  },
  chartLabel: (name, unit, count) =>
    `${name}${unit === '' ? '' : ` (${unit})`}, ${counted(count, 'séance', 'séances')} au fil du temps`,
  pointAtDot:
    'Pointez un point pour le lire ; un clic ouvre la séance. Clavier : les flèches déplacent, Entrée ouvre.',
  usualIs: (low, high) => `habituel avant : ${low} à ${high}`,
  noBandYet: 'trop peu de séances comparables pour dire ce qui est habituel',
  lessCertain: 'moins sûr',

  keySession: 'une séance',
  keyDoubt: 'données moins sûres',
  keyOut: 'hors de l’habituel',
  keyMedian: 'médiane glissante',
  keyBand: 'habituel pour ce cheval jusque-là',
  keyEvent: 'événement',
  keyVersion: 'autre version de l’algorithme',

  usualFor: (horse, low, high, unit, rides) =>
    `Habituel pour ${horse} : ${low} à ${high}${unit === '' ? '' : ` ${unit}`}, d’après ${counted(rides, 'séance comparable', 'séances comparables')}.`,
  noSlope: 'Trop peu de séances comparables pour dire si cela monte ou descend.',
  rises: (amount, low, high, unit, rides) =>
    `En hausse : ${amount} ${unit} en quatre semaines (entre ${low} et ${high}), d’après ${counted(rides, 'séance', 'séances')}.`,
  falls: (amount, low, high, unit, rides) =>
    `En baisse : ${amount} ${unit} en quatre semaines (entre ${low} et ${high}), d’après ${counted(rides, 'séance', 'séances')}.`,
  steady: (low, high, unit, rides) =>
    `Ni hausse ni baisse nette : entre ${low} et ${high} ${unit} en quatre semaines, d’après ${counted(rides, 'séance', 'séances')}.`,
  changed: (date, before, after, unit) =>
    `Vers le ${date}, le niveau a changé : ${before} avant, ${after} ${unit} depuis.`,
  events: {
    shoeing: 'Ferrure',
    treatment: 'Soin',
    lesson: 'Cours',
    saddle: 'Nouvelle selle',
    other: 'Événement',
  },
  versionChanged: (from, to) =>
    `À partir d’ici calculé par ${to}, avant par ${from} : non comparés entre eux.`,

  lately: 'Les douze dernières semaines',
  unusualNow: (count) => `${counted(count, 'valeur', 'valeurs')} hors de l’habituel en ce moment.`,
  look: 'Voir',
  outOfRange: 'Hors de l’habituel',
  nothingOut: (horse) => `Rien d’inhabituel pour ${horse} ces derniers temps.`,
  wasOut: (direction, rides) => {
    const way = direction === 'higher' ? 'plus haut' : 'plus bas';
    return rides === 1
      ? `: ${way} que d’habitude, une fois.`
      : `: ${way} que d’habitude dans ${rides} séances comparables de suite.`;
  },
  earlier: (count) => `${counted(count, 'écart', 'écarts')} plus tôt`,
  since: (date) => `Depuis le ${date}.`,
  backInside: 'Revenu dans l’habituel depuis.',
  advice: {
    watch: 'Cela dit encore peu. Observez les prochaines séances comparables.',
    'talk-to-your-vet':
      'Trois fois de suite ou plus mérite un regard : vérifiez le capteur et la selle, et parlez-en à votre vétérinaire ou à votre entraîneur.',
  },
  notADiagnosis:
    'Chaque séance n’est comparée qu’aux séances comparables de ce cheval. Un seul capteur sur le tronc n’explique pas pourquoi quelque chose a changé ; il faut pour cela des personnes qui voient le cheval.',

  changing: 'Ce qui change',
  inFourWeeks: {
    rises: (amount) => `: en hausse, de ${amount} en quatre semaines.`,
    falls: (amount) => `: en baisse, de ${amount} en quatre semaines.`,
  },

  allMetrics: 'Tout ce qui a été mesuré',

  weeklyLoad: 'Travail par semaine',
  weeksScroll: 'Semaines, à faire défiler de côté',
  minutes: 'min',
  weekUnknown: (day) => `Semaine du ${day} : rien d’enregistré, donc inconnu`,
  weekOf: (day, minutes, rides, days) =>
    `Semaine du ${day} : ${minutes} min en ${counted(rides, 'séance', 'séances')} sur ${counted(days, 'jour', 'jours')}`,
  ratio: 'Dernière semaine par rapport aux quatre dernières (aiguë sur chronique)',
  fitness: 'Condition : charge par jour, moyenne sur six semaines',
  fatigue: 'Fatigue : la même sur une semaine',
  form: 'Forme : condition moins fatigue, de la veille',
  monotony: 'Monotonie de la dernière semaine complète',
  strain: 'Contrainte de la dernière semaine complète',
  loadHonesty:
    'Un jour sans enregistrement est inconnu, pas un repos. Condition, fatigue et forme utilisent des constantes trouvées chez des athlètes humains.',
  weeklyReins: 'Courbes par semaine, à gauche et à droite',

  downloads: 'À emporter',
  download: { csv: 'Ce qui est montré (CSV)', arrow: 'Ce qui est montré (Arrow)' },
  computedBy: (algorithm) => `Calculé par ${algorithm}.`,
} satisfies Catalogue['trends'];
