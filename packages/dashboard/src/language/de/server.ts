import type { Catalogue } from '../catalogue-type.ts';

export const server: Catalogue['server'] = {
  sentences: {
    'Recording {} ends before the ride begins, by about {} minutes, so nothing of it belongs to the ride; check when each started, or leave it out.':
      'Aufzeichnung {} endet etwa {} Minuten vor dem Beginn des Ritts, gehört also nicht dazu; prüfen Sie, wann beide begannen, oder lassen Sie sie weg.',
    'Recording {} ends before the ride begins, by about {} hours, so nothing of it belongs to the ride; check when each started, or leave it out.':
      'Aufzeichnung {} endet etwa {} Stunden vor dem Beginn des Ritts, gehört also nicht dazu; prüfen Sie, wann beide begannen, oder lassen Sie sie weg.',
    'Recording {} begins after the ride ends, by about {} minutes, so nothing of it belongs to the ride; check when each started, or leave it out.':
      'Aufzeichnung {} beginnt etwa {} Minuten nach dem Ende des Ritts, gehört also nicht dazu; prüfen Sie, wann beide begannen, oder lassen Sie sie weg.',
    'Recording {} begins after the ride ends, by about {} hours, so nothing of it belongs to the ride; check when each started, or leave it out.':
      'Aufzeichnung {} beginnt etwa {} Stunden nach dem Ende des Ritts, gehört also nicht dazu; prüfen Sie, wann beide begannen, oder lassen Sie sie weg.',
    'Recording {} holds neither heart rate nor position, so it has nothing to add to the ride; leave it out.':
      'Aufzeichnung {} enthält weder Herzfrequenz noch Position und fügt dem Ritt nichts hinzu; lassen Sie sie weg.',
    'Recording {} of {} does not say when it began, so its place beside the others is not known; say when it started.':
      'Aufzeichnung {} von {} sagt nicht, wann sie begann; ihr Platz neben den anderen ist nicht bekannt. Geben Sie ihren Beginn an.',
    'not ridden': 'nicht geritten',
    'not computed by this version': 'von dieser Version nicht berechnet',
    'no heart rate in the recording': 'keine Herzfrequenz in der Aufzeichnung',
    'no position in the recording': 'keine Position in der Aufzeichnung',
    'no two whole strides in this gait': 'keine zwei ganzen Schritte in dieser Gangart',
    'no whole stride in this gait': 'kein ganzer Schritt in dieser Gangart',
    'needs {} strides in a row': 'braucht {} Schritte in Folge',
    'no trot ridden': 'kein Trab geritten',
    'no straight trot of {} strides or more': 'kein gerader Trab von {} Schritten oder mehr',
    'the horse did not move': 'das Pferd hat sich nicht bewegt',
    'few strides': 'wenige Schritte',
    'few straight strides': 'wenige Schritte auf der Geraden',
    'the strides differ too much from one another': 'die Schritte sind einander zu unähnlich',
    'fewer than {} samples a second': 'weniger als {} Messwerte pro Sekunde',
    'the accelerometer was at the end of its range': 'der Beschleunigungssensor war am Ende seines Bereichs',
    'the accelerometer was at the end of its range: too low a value':
      'der Beschleunigungssensor war am Ende seines Bereichs: zu niedriger Wert',
    'the accelerometer was at times at the end of its range':
      'der Beschleunigungssensor war zeitweise am Ende seines Bereichs',
    'the recording holds no gravity, so the vertical is a guess':
      'die Aufzeichnung enthält keine Schwerkraft, die Senkrechte ist daher geschätzt',
    'without a gyroscope the tilt within the stride is not seen':
      'ohne Gyroskop bleibt die Neigung innerhalb des Schritts unsichtbar',
    'the gaits were told without a gyroscope': 'die Gangarten wurden ohne Gyroskop erkannt',
    'the range or unit of the gyroscope was guessed': 'Bereich oder Einheit des Gyroskops wurde geschätzt',
    'the offset of the gyroscope was never seen at rest':
      'der Nullpunkt des Gyroskops war nie in Ruhe zu sehen',
    'less than half of the recording is usable': 'weniger als die Hälfte der Aufzeichnung ist verwendbar',
    'a tenth of the recording or more is missing': 'ein Zehntel der Aufzeichnung oder mehr fehlt',
    'needs a gyroscope, and this recording has none':
      'braucht ein Gyroskop, und diese Aufzeichnung hat keines',
    'needs gravity in the recording: without it up cannot be told from down':
      'braucht die Schwerkraft in der Aufzeichnung: ohne sie sind oben und unten nicht zu unterscheiden',
    'there is a heart rate for less than half a minute':
      'es gibt für weniger als eine halbe Minute eine Herzfrequenz',
    'a gap hides when it was at {} bpm or at {} bpm on the way down':
      'eine Lücke verdeckt, wann sie auf dem Weg nach unten bei {} bpm oder bei {} bpm lag',
    'there is a position for less than half a minute':
      'es gibt für weniger als eine halbe Minute eine Position',
    'gaits are named for {} % of the ride only': 'nur für {} % des Ritts sind Gangarten benannt',
    'no usable position in the recording': 'keine verwendbare Position in der Aufzeichnung',
    'no acceleration in the recording': 'keine Beschleunigung in der Aufzeichnung',
    'no altitude in the recording': 'keine Höhe in der Aufzeichnung',
    'there is a position for less than half of the ride':
      'für weniger als die Hälfte des Ritts gibt es eine Position',
    'there is no position in one of the gaits': 'in einer der Gangarten gibt es keine Position',
    'there is a position for {} % of the ride only': 'nur für {} % des Ritts gibt es eine Position',
    'there is a position for {} % of this gait only': 'nur für {} % dieser Gangart gibt es eine Position',
    'hardly a position in this gait': 'kaum eine Position in dieser Gangart',
    'less than half a minute in this gait': 'weniger als eine halbe Minute in dieser Gangart',
    'rises of less than {} m cannot be told from noise':
      'Anstiege von weniger als {} m sind vom Rauschen nicht zu unterscheiden',
    'a part is faster than the {} m/min that the formula holds for':
      'ein Teil ist schneller als die {} m/min, für die die Formel gilt',
    'more than a tenth of the ride is faster than the {} m/min that the formula holds for':
      'mehr als ein Zehntel des Ritts ist schneller als die {} m/min, für die die Formel gilt',
    'from speed alone: slopes, footing and the horse itself change it':
      'nur aus dem Tempo: Steigungen, Boden und das Pferd selbst ändern sie',
    'never above {} bpm for more than {} s and then below {} bpm for {} s':
      'nie über {} bpm für mehr als {} s und danach unter {} bpm für {} s',
    'there is a heart rate for {} % of the ride only': 'nur für {} % des Ritts gibt es eine Herzfrequenz',
    'many samples of the heart rate were none that a horse can have':
      'viele Werte der Herzfrequenz waren solche, die kein Pferd haben kann',
    'only those that were added by hand': 'nur die von Hand hinzugefügten',
    'no recordings': 'keine Aufzeichnungen',
    'no load in this week': 'keine Belastung in dieser Woche',
    'needs {} comparable sessions, there are {}': 'braucht {} vergleichbare Ritte, es gibt {}',
    'all sessions were at the same time': 'alle Ritte waren zur selben Zeit',
    '{} of {} days recorded; the others are unknown':
      '{} von {} Tagen aufgezeichnet; die anderen sind unbekannt',
    'the last {} days have recordings on {}, ratio, fitness and form need {}':
      'die letzten {} Tage haben an {} Tagen Aufzeichnungen; Verhältnis, Fitness und Form brauchen {}',
    'the first recording is {} days old, the ratio needs {}':
      'die erste Aufzeichnung ist {} Tage alt, das Verhältnis braucht {}',
    'nothing was recorded in the last {} days, the ratio needs a day':
      'in den letzten {} Tagen wurde nichts aufgezeichnet, das Verhältnis braucht einen Tag',
    'there was no load to compare with': 'es gab keine Belastung zum Vergleich',
    'the first recording is {} days old, fitness and form need {}':
      'die erste Aufzeichnung ist {} Tage alt, Fitness und Form brauchen {}',
    reading: 'wird gelesen',
    '{} gap without samples, the longest of {} s.': '{} Lücke ohne Messwerte, von {} s.',
    '{} gaps without samples, the longest of {} s.': '{} Lücken ohne Messwerte, die längste von {} s.',
    "The accelerometer's range ends at {} g: {} % of the samples are cut off there.":
      'Der Bereich des Beschleunigungssensors endet bei {} g: {} % der Messwerte sind dort abgeschnitten.',
    'The time stamps are irregular: {} % of the steps differ by more than half from the typical one; the stamps are used, not the nominal rate.':
      'Die Zeitstempel sind unregelmäßig: {} % der Abstände weichen um mehr als die Hälfte vom typischen ab; verwendet werden die Stempel, nicht die Nennrate.',
    '{} % of the samples repeat the values before at a new time: the sensor is slower than the file.':
      '{} % der Messwerte wiederholen die vorigen zu neuer Zeit: der Sensor ist langsamer als die Datei.',
    'The first line ({}) is only the end of a row and was left out.':
      'Die erste Zeile ({}) ist nur das Ende einer Zeile und wurde ausgelassen.',
    'The last line ({}) breaks off in the middle and was left out.':
      'Die letzte Zeile ({}) bricht in der Mitte ab und wurde ausgelassen.',
    'The clock jumped {} times in all.': 'Die Uhr ist insgesamt {}-mal gesprungen.',
    'Gravity is not in the acceleration; what needs it to find up can only be computed in part.':
      'Die Schwerkraft ist nicht in der Beschleunigung; was sie braucht, um oben zu finden, kann nur zum Teil berechnet werden.',
    'Only the part from {} s to {} s counts; other notes are about all of it.':
      'Nur der Teil von {} s bis {} s zählt; andere Anmerkungen betreffen das Ganze.',
    'The file has no bytes; check that the recording was saved and sent completely.':
      'Die Datei ist leer; prüfen Sie, ob die Aufzeichnung vollständig gespeichert und gesendet wurde.',
    'The file holds nothing but white space; check that the recording was saved and sent completely.':
      'Die Datei enthält nur Leerraum; prüfen Sie, ob die Aufzeichnung vollständig gespeichert und gesendet wurde.',
    'The text beginning with {} (line {}) has no table of numbers in its first {} kB; a recording needs a line per sample with time and three axes of acceleration.':
      'Der Text, der mit {} beginnt (Zeile {}), hat in seinen ersten {} kB keine Zahlentabelle; eine Aufzeichnung braucht eine Zeile je Messwert mit der Zeit und drei Achsen der Beschleunigung.',
    'The file holds no acceleration; send the motion recording of the ride.':
      'Die Datei enthält keine Beschleunigung; senden Sie die Bewegungsaufzeichnung des Ritts.',
    'The analysis was tried {} times without success: it ended with a fault of the program. The recording is kept safe. Try again later, or ask whoever runs the server to look at it.':
      'Die Auswertung wurde {}-mal ohne Erfolg versucht: Sie endete mit einem Fehler des Programms. Die Aufzeichnung ist sicher. Versuchen Sie es später noch einmal, oder bitten Sie, wer den Server betreibt, danach zu sehen.',
    'The analysis was tried {} times without success: it ended the program that analyses. The recording is kept safe. Try again later, or ask whoever runs the server to look at it.':
      'Die Auswertung wurde {}-mal ohne Erfolg versucht: Sie hat das auswertende Programm beendet. Die Aufzeichnung ist sicher. Versuchen Sie es später noch einmal, oder bitten Sie, wer den Server betreibt, danach zu sehen.',
    'The analysis was tried {} times without success: it needed more memory than there is for one recording. The recording is kept safe. Try again later, or ask whoever runs the server to look at it.':
      'Die Auswertung wurde {}-mal ohne Erfolg versucht: Sie brauchte mehr Speicher, als es für eine Aufzeichnung gibt. Die Aufzeichnung ist sicher. Versuchen Sie es später noch einmal, oder bitten Sie, wer den Server betreibt, danach zu sehen.',
    'The analysis was tried {} times without success: it did not end in time. The recording is kept safe. Try again later, or ask whoever runs the server to look at it.':
      'Die Auswertung wurde {}-mal ohne Erfolg versucht: Sie wurde nicht rechtzeitig fertig. Die Aufzeichnung ist sicher. Versuchen Sie es später noch einmal, oder bitten Sie, wer den Server betreibt, danach zu sehen.',
    'The analysis was tried {} times without success: the stored file could not be read. The recording is kept safe. Whoever runs the server has to look at it.':
      'Die Auswertung wurde {}-mal ohne Erfolg versucht: Die gespeicherte Datei konnte nicht gelesen werden. Die Aufzeichnung ist sicher. Wer den Server betreibt, muss danach sehen.',
    'The server ended {} times while it analysed this recording, so it is not tried again by itself. The recording is kept safe. Try again, or ask whoever runs the server to look at it.':
      'Der Server endete {}-mal, während er diese Aufzeichnung auswertete; sie wird daher nicht von selbst noch einmal versucht. Die Aufzeichnung ist sicher. Versuchen Sie es noch einmal, oder bitten Sie, wer den Server betreibt, danach zu sehen.',
    'The current password is wrong.': 'Das bisherige Passwort ist falsch.',
    'This password holds a broken character. Type it again.':
      'Dieses Passwort enthält ein beschädigtes Zeichen. Tippen Sie es noch einmal.',
    'This password is among the first that would be tried. Use several words that do not belong together.':
      'Dieses Passwort würde als eines der ersten versucht. Nehmen Sie mehrere Wörter, die nicht zusammengehören.',
    'There were too many wrong attempts. Try again in {} seconds.':
      'Es gab zu viele falsche Versuche. Versuchen Sie es in {} Sekunden noch einmal.',
    'There were too many wrong attempts. Try again in {} minutes.':
      'Es gab zu viele falsche Versuche. Versuchen Sie es in {} Minuten noch einmal.',
    'Too many people are signing in at this moment. Try again in a few seconds.':
      'Gerade melden sich zu viele an. Versuchen Sie es in einigen Sekunden noch einmal.',
    'There is no time zone {}. Give its name in the IANA list, such as Europe/Berlin.':
      'Es gibt keine Zeitzone {}. Geben Sie ihren Namen in der IANA-Liste an, etwa Europe/Berlin.',
    '{} is in the future. Give the year in which the horse was born, or leave it open.':
      '{} liegt in der Zukunft. Geben Sie das Geburtsjahr des Pferdes an, oder lassen Sie es offen.',
    'The end has to lie behind the beginning.': 'Das Ende muss nach dem Anfang liegen.',
    'The ride ends after {} s: the part to keep has to end by then, not at {} s.':
      'Der Ritt endet nach {} s: Der Teil, der bleibt, muss bis dahin enden, nicht bei {} s.',
    'A ride of several recordings needs its start. Split it first.':
      'Ein Ritt aus mehreren Aufzeichnungen braucht seinen Beginn. Trennen Sie ihn zuerst.',
    'Together the two have more notes than a ride can have. Remove some first.':
      'Zusammen haben die beiden mehr Notizen, als ein Ritt haben kann. Entfernen Sie zuerst einige.',
    'A session cannot be merged with itself.': 'Ein Ritt kann nicht mit sich selbst zusammengeführt werden.',
    'One of the two is removed. Restore it first.':
      'Einer der beiden ist entfernt. Holen Sie ihn zuerst zurück.',
    'The two are rides of different horses.': 'Die beiden sind Ritte verschiedener Pferde.',
    'One of the two recordings cannot be used; its page says why.':
      'Eine der beiden Aufzeichnungen ist nicht verwendbar; ihre Seite sagt warum.',
    'It is not known when one of the two began. Say so first, then merge them.':
      'Von einem der beiden ist der Beginn nicht bekannt. Geben Sie ihn zuerst an, dann führen Sie sie zusammen.',
    'The two overlap in time, so they are not parts of one ride. Check when they began.':
      'Die beiden überschneiden sich zeitlich, sind also nicht Teile eines Ritts. Prüfen Sie, wann sie begannen.',
    'The two lie more than {} hours apart, so they are not parts of one ride.':
      'Zwischen den beiden liegen mehr als {} Stunden, sie sind also nicht Teile eines Ritts.',
    'The session is removed. Restore it first.': 'Der Ritt ist entfernt. Holen Sie ihn zuerst zurück.',
    'The session has one recording only.': 'Der Ritt hat nur eine Aufzeichnung.',
  },

  problems: {
    'input-not-valid': 'Eine Angabe ist nicht gültig. Prüfen Sie, was Sie eingegeben haben.',
    'body-not-json':
      'Die Anfrage konnte nicht gelesen werden. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'request-malformed':
      'Die Anfrage konnte nicht verstanden werden. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'path-not-valid': 'Diese Adresse ist nicht gültig.',
    'headers-too-slow': 'Die Anfrage kam zu langsam an. Versuchen Sie es noch einmal.',
    'body-too-slow': 'Die Anfrage kam zu langsam an. Versuchen Sie es noch einmal.',
    'upload-too-slow':
      'Die Aufzeichnung kam zu langsam an. Versuchen Sie es noch einmal, wo die Verbindung besser ist.',
    'body-too-large': 'Das ist zu lang. Kürzen Sie und versuchen Sie es noch einmal.',
    'recording-too-large': 'Die Aufzeichnung ist zu groß. Teilen Sie die Datei.',
    'content-type-not-supported': 'Diese Art von Inhalt wird nicht angenommen.',
    'content-encoding-not-supported':
      'Senden Sie die Datei, wie sie ist, ohne Kompression bei der Übertragung.',
    'range-not-satisfiable': 'Diesen Teil der Datei gibt es nicht.',
    'recording-empty': 'Die Datei ist leer. Wählen Sie sie noch einmal, oder zeichnen Sie neu auf.',
    'export-not-valid': 'Das ist kein Export von Piaffe, oder er ist beschädigt.',
    'sessions-not-valid': 'Diese Ritte lassen sich nicht vergleichen.',
    'upload-cut-off': 'Die Verbindung endete, bevor die ganze Datei da war. Senden Sie sie noch einmal.',
    'checksum-mismatch': 'Die Datei kam nicht so an, wie sie gesendet wurde. Senden Sie sie noch einmal.',
    'headers-too-large':
      'Die Anfrage ist zu groß. Löschen Sie die Cookies dieser Adresse und versuchen Sie es noch einmal.',
    'not-signed-in': 'Sie sind nicht oder nicht mehr angemeldet. Melden Sie sich noch einmal an.',
    'credentials-wrong': 'Name oder Passwort ist falsch, oder das Konto ist gesperrt.',
    'not-allowed': 'Das dürfen nur Administratoren. Fragen Sie jemanden davon.',
    'token-not-allowed': 'Ein Zugriffsschlüssel kann das nicht. Melden Sie sich mit einem Browser an.',
    'scope-missing': 'Dieser Zugriffsschlüssel darf das nicht. Nehmen Sie einen, der es darf.',
    'origin-not-allowed':
      'Die Anfrage kommt von einer anderen Website. Öffnen Sie die Seiten unter ihrer eigenen Adresse.',
    'link-not-valid':
      'Dieser Link gilt nicht: schon benutzt, zu alt oder durch einen neueren ersetzt. Bitten Sie um einen neuen.',
    'last-administrator':
      'Das ist der letzte Administrator. Laden Sie zuerst einen anderen ein, sonst könnte niemand den Server betreiben.',
    'name-taken': 'Jemand anderes hat diesen Namen oder einen ähnlich aussehenden. Wählen Sie einen anderen.',
    'account-suspended': 'Dieses Konto ist gesperrt. Lassen Sie es zuerst wieder zu.',
    'name-not-valid': 'Ein Name hat 2 bis 64 sichtbare Zeichen.',
    'password-too-weak':
      'Dieses Passwort ist zu schwach. Nehmen Sie mindestens 12 Zeichen, etwa mehrere Wörter.',
    'expiry-not-valid':
      'Ein Zugriffsschlüssel läuft in der Zukunft ab, in höchstens zwei Jahren, oder nie. Wählen Sie einen anderen Tag.',
    'not-found': 'Hier ist nichts.',
    'account-not-found': 'Dieses Konto gibt es nicht. Sehen Sie noch einmal in die Liste der Konten.',
    'invitation-not-found':
      'Diese Einladung gibt es nicht. Vielleicht wurde sie angenommen, zurückgezogen oder ist zu alt.',
    'token-not-found': 'Diesen Zugriffsschlüssel gibt es nicht. Vielleicht wurde er schon widerrufen.',
    'sign-in-not-found': 'Diese Anmeldung gibt es nicht. Vielleicht ist sie schon beendet.',
    'horse-not-found': 'Dieses Pferd gibt es nicht. Die Liste der Pferde zeigt, welche es gibt.',
    'rider-not-found': 'Diesen Reiter gibt es nicht. Die Liste zeigt, welche es gibt.',
    'event-not-found': 'Dieses Ereignis gibt es nicht. Vielleicht wurde es entfernt.',
    'session-not-found': 'Diesen Ritt gibt es unter Ihren nicht.',
    'recording-not-found': 'Diese Aufzeichnung gibt es nicht.',
    'note-not-found': 'Diese Notiz gibt es nicht. Vielleicht wurde sie entfernt.',
    'no-result': 'Es gibt noch kein Ergebnis; es kommt von selbst.',
    'after-not-valid': 'Diese Fortsetzung der Liste gibt es nicht. Laden Sie die Seite neu.',
    'birth-year-not-valid': 'Das Geburtsjahr ist nicht gültig.',
    'time-zone-not-known': 'Diese Zeitzone ist nicht bekannt. Wählen Sie sie aus der Liste.',
    'started-at-not-valid': 'Dieser Beginn ist nicht gültig.',
    'event-time-not-valid': 'Dieser Zeitpunkt ist nicht gültig. Wählen Sie einen anderen Tag.',
    'too-many-events': 'Dieses Pferd hat zu viele Ereignisse. Entfernen Sie solche, die nicht mehr zählen.',
    'trim-not-valid': 'So lässt sich der Ritt nicht zuschneiden.',
    'corrections-not-valid': 'Diese Korrekturen sind nicht möglich.',
    'too-many-recordings': 'Dieser Ritt hat schon so viele Aufzeichnungen, wie er haben kann.',
    'merge-not-possible': 'Diese Ritte lassen sich nicht zusammenführen.',
    'too-many-notes': 'Dieser Ritt hat zu viele Notizen. Entfernen Sie zuerst einige.',
    'nothing-to-split': 'Es gibt nichts zu trennen.',
    'nothing-to-retry': 'Nur ein Ritt, dessen Auswertung misslang, kann noch einmal versucht werden.',
    'too-many-requests': 'Zu viele Anfragen in kurzer Zeit. Warten Sie einen Augenblick.',
    'too-many-attempts': 'Es gab zu viele falsche Versuche. Warten Sie, bevor Sie es noch einmal versuchen.',
    'too-many-event-streams': 'Zu viele Seiten sind zugleich offen. Schließen Sie eine.',
    'recording-damaged':
      'Die Bytes dieser Aufzeichnung sind nicht mehr so auf dem Server, wie sie eingereicht wurden. Fragen Sie, wer den Server betreibt.',
    unexpected:
      'Der Fehler liegt bei uns. Wenn es wieder vorkommt, melden Sie es mit der Nummer der Anfrage.',
    busy: 'Der Server hat gerade zu viel zu tun. Versuchen Sie es gleich noch einmal.',
    unavailable: 'Ein Teil des Servers antwortet gerade nicht. Versuchen Sie es etwas später noch einmal.',
    'too-slow': 'Ein Teil des Servers hat zu lange gebraucht. Versuchen Sie es noch einmal.',
    'storage-full': 'Die Festplatte des Servers ist voll: Gerade kann nichts gespeichert werden.',
    http: 'Der Server hat geantwortet, ohne zu sagen, warum es nicht ging. Versuchen Sie es noch einmal.',
    unreachable:
      'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung, dann versuchen Sie es noch einmal.',
    'file-unreadable':
      'Die Datei kann nicht gelesen werden: Sie wurde nach der Auswahl geändert, verschoben oder entfernt. Wählen Sie sie noch einmal.',
    'page-failed': 'Die Seite konnte das nicht. Laden Sie sie neu; wenn es wieder vorkommt, melden Sie es.',
  },
};
