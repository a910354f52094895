import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const report = {
  title: 'Rapport',
  titleOf: (horse, ride) => `Rapport : ${horse}, ${ride}`,
  toRide: 'La séance',
  print: 'Imprimer ou enregistrer en PDF',
  notAnalysed: 'Il y aura un rapport dès que cette séance sera analysée.',
  startNotKnown: 'Le début de la séance n’est pas connu',
  riddenBy: (rider) => `en selle : ${rider}`,
  sensor: (place) => `capteur ${place}`,
  born: (year) => `né en ${year}`,
  ride: 'La séance du début à la fin',
  keyNumbers: 'Ce qui a été mesuré, et ce qui est habituel pour ce cheval',
  symmetry: 'Symétrie au trot sur les lignes droites',
  lastRides: (count) =>
    `Symétrie des ${counted(count, 'dernière séance', 'dernières séances')} ; en teinte : l’habitude d’alors`,
  sparkScale: (from, to) => `Échelle de ${from} à ${to} ; un trait : un événement.`,
  thisRide: 'cette séance',
  notesAndEvents: 'Notes et événements',
  notes: 'Notes',
  moreNotes: (count) => `et ${counted(count, 'autre note', 'autres notes')}`,
  before: 'Les trois mois d’avant',
  careful:
    'Mesuré par un seul capteur sur le cheval ou son équipement. Les chiffres décrivent comment ce cheval a bougé lors de cette séance, comparé à lui-même seulement. Ce ne sont pas des constats de santé et ils ne remplacent pas un examen.',
  computedBy: (algorithm, when) => `Calculé par ${algorithm}, ${when}.`,
  recorded: (rate, usable) => `${rate} mesures par seconde, dont ${usable} utilisables.`,
  parameters: (text) => `Paramètres : ${text}.`,
  corrected: 'Des allures ou des sauts ont été corrigés à la main.',
  moreFiles: (count) => `et ${counted(count, 'autre fichier', 'autres fichiers')}`,
  madeBy: (when) => `Imprimé depuis Piaffe, ${when}.`,
} satisfies Catalogue['report'];
