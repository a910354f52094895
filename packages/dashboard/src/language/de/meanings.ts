import type { Catalogue } from '../catalogue-type.ts';

export const meanings = [
  {
    name: 'Qualität',
    text: '„Mittlere Daten“ und „schwache Daten“ kennzeichnen Zahlen, die weniger sicher sind: Es geht um die Aufzeichnung, nie um das Pferd. Gute Zahlen haben kein Zeichen, und eine Zahl, die fehlt, sagt warum.',
  },
  {
    name: 'Streuung (±)',
    text: 'Wie sehr eine Zahl von Schritt zu Schritt schwankt. Ist sie klein, waren sich die Schritte ähnlich. Ein Schritt ist hier ein ganzer Bewegungszyklus, vom Auffußen eines Hufs bis zum nächsten Auffußen desselben Hufs, in jeder Gangart.',
  },
  {
    name: 'Zeit je Gangart',
    text: 'Wie lange jede Gangart dauerte, erkannt am Rhythmus der Bewegung. Was zu keiner Gangart passt, ist unbekannt.',
  },
  {
    name: 'Gangminuten',
    text: 'Minuten im Schritt zählen einfach, im Trab doppelt, im Galopp dreifach. Eine Übereinkunft, um Ritte miteinander zu vergleichen, kein Maß der Anstrengung.',
  },
  {
    name: 'Symmetrie',
    text: 'Wie ähnlich sich die beiden Hälften eines Trabschritts auf geraden Linien sind: 10 heißt ganz gleich. Vergleichen Sie ein Pferd nur mit sich selbst; Leichttraben und Boden ändern die Zahlen ebenfalls.',
  },
  {
    name: 'Tief- und Hochpunkte',
    text: 'Wie weit die beiden tiefsten und die beiden höchsten Punkte des Rumpfes innerhalb eines Schritts auseinanderliegen, in mm. Ein Sensor allein kann nicht sagen, zu welcher Seite sie gehören.',
  },
  {
    name: 'Verteilung der Hände',
    text: 'Wie viel der Bewegung in Wendungen nach links, in Wendungen nach rechts und geradeaus war. Sehr große Zirkel zählen als gerade.',
  },
  {
    name: 'Frequenz, Schrittfrequenz',
    text: 'Schritte pro Minute, aus der mittleren Dauer eines Schritts. Schritte, die weit von der üblichen Dauer abweichen, bleiben außen vor.',
  },
  {
    name: 'Gleichmaß',
    text: 'Wie wenig die Dauer der Schritte schwankt, von 0 bis 10: 10 wäre keine Schwankung. Es sagt nichts darüber, wie schnell sie sind.',
  },
  {
    name: 'Auf und Ab, Vertikalbewegung',
    text: 'Wie weit sich der Sensor innerhalb eines Schritts auf und ab bewegt. Schritte nahe an einem Wechsel der Gangart bleiben außen vor.',
  },
  {
    name: 'Übergänge',
    text: 'Jeder Wechsel der Gangart, Halten eingeschlossen: aufwärts in eine schnellere, abwärts in eine langsamere. Wechsel von weniger als zwei Sekunden werden nicht gesehen.',
  },
  {
    name: 'Wendung',
    text: 'Wie schnell sich das Pferd um die Senkrechte dreht, in Grad pro Sekunde, gemittelt über vier Sekunden. Über der Linie ist nach links.',
  },
  {
    name: 'Aktivität',
    text: 'Wie stark die Bewegung am Sensor in jeder Sekunde ist, in g, in allen Richtungen zusammen und ohne die Schwerkraft. Sie hängt von der Gangart ab und davon, wo der Sensor sitzt.',
  },
  {
    name: 'Sprünge',
    text: 'Gefunden am Flug zwischen Absprung und Landung im Galopp. „Zweifelhafte“ können etwas anderes sein, etwa ein Bocken; sie lassen sich von Hand wegnehmen.',
  },
  {
    name: 'Herzfrequenz',
    text: 'Mittel und Höchstwert über die gemessene Zeit; Lücken bleiben offen und werden nie gefüllt. Erholung ist die Zeit von 130 auf 64 Schläge pro Minute.',
  },
  {
    name: 'Strecke, Tempo und Anstieg',
    text: 'Aus den Positionen der Satelliten: der Weg über Grund und Anstiege, die größer sind als das Rauschen der Höhe.',
  },
  {
    name: 'Energie',
    text: 'Geschätzt allein aus dem Tempo, nach einer Formel für Pferde bei mäßiger Arbeit. Steigungen, tiefer Boden und Springen sind nicht darin.',
  },
  {
    name: 'Üblich',
    text: 'Was die meisten vergleichbaren Ritte dieses Pferdes vor diesem hatten. Es ist ein Bereich dieses Pferdes, nicht der gesunder Pferde.',
  },
  {
    name: 'Nicht berechnet',
    text: 'Diese Version unterscheidet Tölt und Pass nicht. Ihre Stellen im Ergebnis sagen das.',
  },
] satisfies Catalogue['session']['meanings'];
