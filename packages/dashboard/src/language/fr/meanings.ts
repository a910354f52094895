import type { Catalogue } from '../catalogue-type.ts';

export const meanings = [
  {
    name: 'Qualité',
    text: '« Données moyennes » et « données faibles » marquent des chiffres moins sûrs : cela parle de l’enregistrement, jamais du cheval. Les bons chiffres n’ont pas de marque, et un chiffre qui manque dit pourquoi.',
  },
  {
    name: 'Dispersion (±)',
    text: 'De combien un chiffre varie d’une foulée à l’autre. Petite, elle dit que les foulées se ressemblaient.',
  },
  {
    name: 'Temps par allure',
    text: 'Combien de temps a duré chaque allure, d’après le rythme du mouvement. Ce qui ne correspond à aucune allure est inconnu.',
  },
  {
    name: 'Minutes d’allure',
    text: 'Les minutes de pas comptent une fois, celles de trot deux fois, celles de galop trois fois. Une convention pour comparer des séances entre elles, pas une mesure de l’effort.',
  },
  {
    name: 'Symétrie',
    text: 'À quel point les deux moitiés d’une foulée de trot se ressemblent en ligne droite : 10 veut dire tout à fait. Ne comparez un cheval qu’avec lui-même ; le trot enlevé et le sol changent aussi les chiffres.',
  },
  {
    name: 'Points bas et points hauts',
    text: 'Écart entre les deux points les plus bas, et entre les deux plus hauts, du tronc au cours d’une foulée, en mm. Un seul capteur ne peut pas dire à quel côté ils appartiennent.',
  },
  {
    name: 'Équilibre des mains',
    text: 'Quelle part du mouvement était en courbes à gauche, en courbes à droite, et en ligne droite. Les très grands cercles comptent comme des lignes droites.',
  },
  {
    name: 'Cadence',
    text: 'Foulées par minute, d’après la durée moyenne d’une foulée. Les foulées loin de la durée habituelle sont laissées de côté.',
  },
  {
    name: 'Régularité',
    text: 'À quel point la durée des foulées varie peu, de 0 à 10 : 10 serait aucune variation. Elle ne dit rien de leur vitesse.',
  },
  {
    name: 'Élévation',
    text: 'De combien le capteur monte et descend au cours d’une foulée. Les foulées proches d’un changement d’allure sont laissées de côté.',
  },
  {
    name: 'Transitions',
    text: 'Chaque changement d’allure, arrêts compris : montante vers une allure plus rapide, descendante vers une plus lente. Les changements de moins de deux secondes ne sont pas vus.',
  },
  {
    name: 'Rotation',
    text: 'À quelle vitesse le cheval tourne autour de la verticale, en degrés par seconde, en moyenne sur quatre secondes. Au-dessus de la ligne, c’est à gauche.',
  },
  {
    name: 'Activité',
    text: 'La force du mouvement au capteur à chaque seconde, en g, dans toutes les directions ensemble et sans la pesanteur. Elle dépend de l’allure et de l’endroit du capteur.',
  },
  {
    name: 'Sauts',
    text: 'Trouvés par le vol entre l’appel et la réception au galop. Les « douteux » peuvent être autre chose, comme une ruade ; on peut les retirer à la main.',
  },
  {
    name: 'Fréquence cardiaque',
    text: 'Moyenne et maximum du temps mesuré ; les trous restent ouverts, jamais comblés. La récupération est le temps de 130 à 64 battements par minute.',
  },
  {
    name: 'Distance, vitesse et dénivelé',
    text: 'D’après les positions des satellites : distance au sol, et montées plus grandes que le bruit de l’altitude.',
  },
  {
    name: 'Énergie',
    text: 'Estimée d’après la seule vitesse, par une formule pour chevaux au travail modéré. Pentes, sol profond et sauts n’y sont pas.',
  },
  {
    name: 'Habituel',
    text: 'Ce qu’avaient la plupart des séances comparables de ce cheval avant celle-ci. C’est la plage de ce cheval, pas celle des chevaux en bonne santé.',
  },
  {
    name: 'Non calculé',
    text: 'Cette version ne distingue pas tölt et amble. Leurs places dans le résultat le disent.',
  },
] satisfies Catalogue['session']['meanings'];
