import type { Catalogue } from '../catalogue-type.ts';

export const server: Catalogue['server'] = {
  sentences: {
    'Recording {} ends before the ride begins, by about {} minutes, so nothing of it belongs to the ride; check when each started, or leave it out.':
      'L’enregistrement {} finit environ {} minutes avant le début de la séance, rien n’en fait donc partie ; vérifiez quand chacun a commencé, ou retirez-le.',
    'Recording {} ends before the ride begins, by about {} hours, so nothing of it belongs to the ride; check when each started, or leave it out.':
      'L’enregistrement {} finit environ {} heures avant le début de la séance, rien n’en fait donc partie ; vérifiez quand chacun a commencé, ou retirez-le.',
    'Recording {} begins after the ride ends, by about {} minutes, so nothing of it belongs to the ride; check when each started, or leave it out.':
      'L’enregistrement {} commence environ {} minutes après la fin de la séance, rien n’en fait donc partie ; vérifiez quand chacun a commencé, ou retirez-le.',
    'Recording {} begins after the ride ends, by about {} hours, so nothing of it belongs to the ride; check when each started, or leave it out.':
      'L’enregistrement {} commence environ {} heures après la fin de la séance, rien n’en fait donc partie ; vérifiez quand chacun a commencé, ou retirez-le.',
    'Recording {} holds neither heart rate nor position, so it has nothing to add to the ride; leave it out.':
      'L’enregistrement {} ne contient ni fréquence cardiaque ni position et n’ajoute rien à la séance ; retirez-le.',
    'Recording {} of {} does not say when it began, so its place beside the others is not known; say when it started.':
      'L’enregistrement {} sur {} ne dit pas quand il a commencé, sa place à côté des autres n’est donc pas connue ; dites son début.',
    'not ridden': 'non montée',
    'not computed by this version': 'non calculé par cette version',
    'no heart rate in the recording': 'pas de fréquence cardiaque dans l’enregistrement',
    'no position in the recording': 'pas de position dans l’enregistrement',
    'no two whole strides in this gait': 'pas deux foulées entières à cette allure',
    'no whole stride in this gait': 'aucune foulée entière à cette allure',
    'needs {} strides in a row': 'il faut {} foulées de suite',
    'no trot ridden': 'pas de trot monté',
    'no straight trot of {} strides or more': 'pas de trot en ligne droite d’au moins {} foulées',
    'the horse did not move': 'le cheval n’a pas bougé',
    'few strides': 'peu de foulées',
    'few straight strides': 'peu de foulées en ligne droite',
    'the strides differ too much from one another': 'les foulées diffèrent trop les unes des autres',
    'fewer than {} samples a second': 'moins de {} mesures par seconde',
    'the accelerometer was at the end of its range': 'l’accéléromètre était en butée',
    'the accelerometer was at the end of its range: too low a value':
      'l’accéléromètre était en butée : valeur trop basse',
    'the accelerometer was at times at the end of its range': 'l’accéléromètre était par moments en butée',
    'the recording holds no gravity, so the vertical is a guess':
      'l’enregistrement ne contient pas la pesanteur, la verticale est donc supposée',
    'without a gyroscope the tilt within the stride is not seen':
      'sans gyroscope, l’inclinaison au cours de la foulée n’est pas vue',
    'the gaits were told without a gyroscope': 'les allures ont été reconnues sans gyroscope',
    'the range or unit of the gyroscope was guessed': 'la plage ou l’unité du gyroscope a été supposée',
    'the offset of the gyroscope was never seen at rest':
      'le décalage du gyroscope n’a jamais été vu au repos',
    'less than half of the recording is usable': 'moins de la moitié de l’enregistrement est utilisable',
    'a tenth of the recording or more is missing': 'un dixième de l’enregistrement ou plus manque',
    'needs a gyroscope, and this recording has none':
      'demande un gyroscope, et cet enregistrement n’en a pas',
    'needs gravity in the recording: without it up cannot be told from down':
      'demande la pesanteur dans l’enregistrement : sans elle, le haut ne se distingue pas du bas',
    'there is a heart rate for less than half a minute':
      'il y a une fréquence cardiaque pendant moins d’une demi-minute',
    'a gap hides when it was at {} bpm or at {} bpm on the way down':
      'un trou cache quand elle était à {} bpm ou à {} bpm en redescendant',
    'there is a position for less than half a minute': 'il y a une position pendant moins d’une demi-minute',
    'gaits are named for {} % of the ride only': 'des allures ne sont nommées que pour {} % de la séance',
    'no usable position in the recording': 'pas de position utilisable dans l’enregistrement',
    'no acceleration in the recording': 'pas d’accélération dans l’enregistrement',
    'no altitude in the recording': 'pas d’altitude dans l’enregistrement',
    'there is a position for less than half of the ride':
      'il y a une position pour moins de la moitié de la séance',
    'there is no position in one of the gaits': 'il n’y a pas de position dans l’une des allures',
    'there is a position for {} % of the ride only': 'il n’y a de position que pour {} % de la séance',
    'there is a position for {} % of this gait only': 'il n’y a de position que pour {} % de cette allure',
    'hardly a position in this gait': 'presque pas de position à cette allure',
    'less than half a minute in this gait': 'moins d’une demi-minute à cette allure',
    'rises of less than {} m cannot be told from noise':
      'les montées de moins de {} m ne se distinguent pas du bruit',
    'a part is faster than the {} m/min that the formula holds for':
      'une partie est plus rapide que les {} m/min pour lesquels la formule vaut',
    'more than a tenth of the ride is faster than the {} m/min that the formula holds for':
      'plus d’un dixième de la séance est plus rapide que les {} m/min pour lesquels la formule vaut',
    'from speed alone: slopes, footing and the horse itself change it':
      'd’après la vitesse seule : pentes, sol et le cheval lui-même la changent',
    'never above {} bpm for more than {} s and then below {} bpm for {} s':
      'jamais au-dessus de {} bpm pendant plus de {} s puis au-dessous de {} bpm pendant {} s',
    'there is a heart rate for {} % of the ride only':
      'il n’y a de fréquence cardiaque que pour {} % de la séance',
    'many samples of the heart rate were none that a horse can have':
      'beaucoup de valeurs de la fréquence cardiaque étaient impossibles pour un cheval',
    'only those that were added by hand': 'seulement ceux ajoutés à la main',
    'no recordings': 'pas d’enregistrements',
    'no load in this week': 'pas de charge cette semaine',
    'needs {} comparable sessions, there are {}': 'il faut {} séances comparables, il y en a {}',
    'all sessions were at the same time': 'toutes les séances étaient au même moment',
    '{} of {} days recorded; the others are unknown':
      '{} jours sur {} enregistrés ; les autres sont inconnus',
    'the last {} days have recordings on {}, ratio, fitness and form need {}':
      'les {} derniers jours ont des enregistrements pour {} d’entre eux ; rapport, condition et forme en demandent {}',
    'the first recording is {} days old, the ratio needs {}':
      'le premier enregistrement date de {} jours, le rapport en demande {}',
    'nothing was recorded in the last {} days, the ratio needs a day':
      'rien n’a été enregistré ces {} derniers jours, le rapport demande un jour',
    'there was no load to compare with': 'il n’y avait pas de charge à laquelle comparer',
    'the first recording is {} days old, fitness and form need {}':
      'le premier enregistrement date de {} jours, condition et forme en demandent {}',
    reading: 'lecture',
    '{} gap without samples, the longest of {} s.': '{} trou sans mesures, de {} s.',
    '{} gaps without samples, the longest of {} s.': '{} trous sans mesures, le plus long de {} s.',
    "The accelerometer's range ends at {} g: {} % of the samples are cut off there.":
      'La plage de l’accéléromètre s’arrête à {} g : {} % des mesures y sont coupées.',
    'The time stamps are irregular: {} % of the steps differ by more than half from the typical one; the stamps are used, not the nominal rate.':
      'Les horodatages sont irréguliers : {} % des pas s’écartent de plus de la moitié du pas typique ; ce sont eux qui servent, pas la fréquence nominale.',
    '{} % of the samples repeat the values before at a new time: the sensor is slower than the file.':
      '{} % des mesures répètent les valeurs précédentes à un nouvel instant : le capteur est plus lent que le fichier.',
    'The first line ({}) is only the end of a row and was left out.':
      'La première ligne ({}) n’est que la fin d’une rangée et a été laissée de côté.',
    'The last line ({}) breaks off in the middle and was left out.':
      'La dernière ligne ({}) s’interrompt au milieu et a été laissée de côté.',
    'The clock jumped {} times in all.': 'L’horloge a sauté {} fois en tout.',
    'Gravity is not in the acceleration; what needs it to find up can only be computed in part.':
      'La pesanteur n’est pas dans l’accélération ; ce qui en a besoin pour trouver le haut ne peut être calculé qu’en partie.',
    'Only the part from {} s to {} s counts; other notes are about all of it.':
      'Seule compte la partie de {} s à {} s ; les autres remarques portent sur le tout.',
    'The file has no bytes; check that the recording was saved and sent completely.':
      'Le fichier est vide ; vérifiez que l’enregistrement a été sauvegardé et envoyé en entier.',
    'The file holds nothing but white space; check that the recording was saved and sent completely.':
      'Le fichier ne contient que des blancs ; vérifiez que l’enregistrement a été sauvegardé et envoyé en entier.',
    'The text beginning with {} (line {}) has no table of numbers in its first {} kB; a recording needs a line per sample with time and three axes of acceleration.':
      'Le texte qui commence par {} (ligne {}) n’a pas de tableau de nombres dans ses premiers {} ko ; un enregistrement demande une ligne par mesure, avec le temps et trois axes d’accélération.',
    'The file holds no acceleration; send the motion recording of the ride.':
      'Le fichier ne contient pas d’accélération ; envoyez l’enregistrement de mouvement de la séance.',
    'The analysis was tried {} times without success: it ended with a fault of the program. The recording is kept safe. Try again later, or ask whoever runs the server to look at it.':
      'L’analyse a été tentée {} fois sans succès : elle s’est arrêtée sur une erreur du programme. L’enregistrement est à l’abri. Réessayez plus tard, ou demandez à la personne qui gère le serveur d’y regarder.',
    'The analysis was tried {} times without success: it ended the program that analyses. The recording is kept safe. Try again later, or ask whoever runs the server to look at it.':
      'L’analyse a été tentée {} fois sans succès : elle a arrêté le programme d’analyse. L’enregistrement est à l’abri. Réessayez plus tard, ou demandez à la personne qui gère le serveur d’y regarder.',
    'The analysis was tried {} times without success: it needed more memory than there is for one recording. The recording is kept safe. Try again later, or ask whoever runs the server to look at it.':
      'L’analyse a été tentée {} fois sans succès : elle demandait plus de mémoire qu’il n’y en a pour un enregistrement. L’enregistrement est à l’abri. Réessayez plus tard, ou demandez à la personne qui gère le serveur d’y regarder.',
    'The analysis was tried {} times without success: it did not end in time. The recording is kept safe. Try again later, or ask whoever runs the server to look at it.':
      'L’analyse a été tentée {} fois sans succès : elle n’a pas fini à temps. L’enregistrement est à l’abri. Réessayez plus tard, ou demandez à la personne qui gère le serveur d’y regarder.',
    'The analysis was tried {} times without success: the stored file could not be read. The recording is kept safe. Whoever runs the server has to look at it.':
      'L’analyse a été tentée {} fois sans succès : le fichier gardé n’a pas pu être lu. L’enregistrement est à l’abri. La personne qui gère le serveur doit y regarder.',
    'The server ended {} times while it analysed this recording, so it is not tried again by itself. The recording is kept safe. Try again, or ask whoever runs the server to look at it.':
      'Le serveur s’est arrêté {} fois pendant l’analyse de cet enregistrement, elle n’est donc pas retentée d’elle-même. L’enregistrement est à l’abri. Réessayez, ou demandez à la personne qui gère le serveur d’y regarder.',
    'The current password is wrong.': 'Le mot de passe actuel est faux.',
    'This password holds a broken character. Type it again.':
      'Ce mot de passe contient un caractère abîmé. Tapez-le de nouveau.',
    'This password is among the first that would be tried. Use several words that do not belong together.':
      'Ce mot de passe est parmi les premiers que l’on essaierait. Prenez plusieurs mots sans rapport entre eux.',
    'There were too many wrong attempts. Try again in {} seconds.':
      'Il y a eu trop d’essais erronés. Réessayez dans {} secondes.',
    'There were too many wrong attempts. Try again in {} minutes.':
      'Il y a eu trop d’essais erronés. Réessayez dans {} minutes.',
    'Too many people are signing in at this moment. Try again in a few seconds.':
      'Trop de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
    'There is no time zone {}. Give its name in the IANA list, such as Europe/Berlin.':
      'Il n’y a pas de fuseau horaire {}. Donnez son nom dans la liste IANA, comme Europe/Paris.',
    '{} is in the future. Give the year in which the horse was born, or leave it open.':
      '{} est dans le futur. Donnez l’année de naissance du cheval, ou laissez-la vide.',
    'The end has to lie behind the beginning.': 'La fin doit venir après le début.',
    'The ride ends after {} s: the part to keep has to end by then, not at {} s.':
      'La séance finit après {} s : la partie à garder doit finir avant, et non à {} s.',
    'A ride of several recordings needs its start. Split it first.':
      'Une séance de plusieurs enregistrements a besoin de son début. Séparez-la d’abord.',
    'Together the two have more notes than a ride can have. Remove some first.':
      'Ensemble, les deux ont plus de notes qu’une séance ne peut en avoir. Supprimez-en d’abord.',
    'A session cannot be merged with itself.': 'Une séance ne peut pas être réunie avec elle-même.',
    'One of the two is removed. Restore it first.': 'L’une des deux est supprimée. Rétablissez-la d’abord.',
    'The two are rides of different horses.': 'Ce sont des séances de chevaux différents.',
    'One of the two recordings cannot be used; its page says why.':
      'L’un des deux enregistrements est inutilisable ; sa page dit pourquoi.',
    'It is not known when one of the two began. Say so first, then merge them.':
      'On ne sait pas quand l’une des deux a commencé. Indiquez-le d’abord, puis réunissez-les.',
    'The two overlap in time, so they are not parts of one ride. Check when they began.':
      'Les deux se chevauchent dans le temps, ce ne sont donc pas des parties d’une même séance. Vérifiez quand elles ont commencé.',
    'The two lie more than {} hours apart, so they are not parts of one ride.':
      'Les deux sont à plus de {} heures l’une de l’autre, ce ne sont donc pas des parties d’une même séance.',
    'The session is removed. Restore it first.': 'La séance est supprimée. Rétablissez-la d’abord.',
    'The session has one recording only.': 'La séance n’a qu’un seul enregistrement.',
  },

  problems: {
    'input-not-valid': 'Une indication n’est pas valable. Vérifiez ce que vous avez saisi.',
    'body-not-json': 'La demande n’a pas pu être lue. Rechargez la page et réessayez.',
    'request-malformed': 'La demande n’a pas pu être comprise. Rechargez la page et réessayez.',
    'path-not-valid': 'Cette adresse n’est pas valable.',
    'headers-too-slow': 'La demande est arrivée trop lentement. Réessayez.',
    'body-too-slow': 'La demande est arrivée trop lentement. Réessayez.',
    'upload-too-slow':
      'L’enregistrement est arrivé trop lentement. Réessayez là où la connexion est meilleure.',
    'body-too-large': 'C’est trop long. Raccourcissez et réessayez.',
    'recording-too-large': 'L’enregistrement est trop gros. Divisez le fichier.',
    'content-type-not-supported': 'Ce type de contenu n’est pas accepté.',
    'content-encoding-not-supported': 'Envoyez le fichier tel quel, sans compression de transfert.',
    'range-not-satisfiable': 'Cette partie du fichier n’existe pas.',
    'recording-empty': 'Le fichier est vide. Choisissez-le de nouveau, ou enregistrez de nouveau.',
    'export-not-valid': 'Ce n’est pas un export de Piaffe, ou il est abîmé.',
    'sessions-not-valid': 'Ces séances ne peuvent pas être comparées.',
    'upload-cut-off':
      'La connexion s’est arrêtée avant que tout le fichier soit arrivé. Envoyez-le de nouveau.',
    'checksum-mismatch': 'Le fichier n’est pas arrivé tel qu’il a été envoyé. Envoyez-le de nouveau.',
    'headers-too-large': 'La demande est trop grosse. Effacez les cookies de cette adresse et réessayez.',
    'not-signed-in': 'Vous n’êtes pas, ou plus, connecté. Connectez-vous de nouveau.',
    'credentials-wrong': 'Le nom ou le mot de passe est faux, ou le compte est suspendu.',
    'not-allowed': 'Cela est réservé aux administrateurs. Demandez à l’un d’eux.',
    'token-not-allowed': 'Un jeton ne peut pas faire cela. Connectez-vous avec un navigateur.',
    'scope-missing': 'Ce jeton n’en a pas le droit. Prenez-en un qui l’a.',
    'origin-not-allowed': 'La demande vient d’un autre site. Ouvrez les pages par leur propre adresse.',
    'link-not-valid':
      'Ce lien n’est pas valable : déjà utilisé, trop ancien, ou remplacé par un plus récent. Demandez-en un nouveau.',
    'last-administrator':
      'C’est le dernier administrateur. Invitez-en d’abord un autre, sinon personne ne pourrait gérer le serveur.',
    'name-taken': 'Quelqu’un d’autre porte ce nom, ou un nom qui lui ressemble. Choisissez-en un autre.',
    'account-suspended': 'Ce compte est suspendu. Laissez-le d’abord revenir.',
    'name-not-valid': 'Un nom a de 2 à 64 caractères visibles.',
    'password-too-weak':
      'Ce mot de passe est trop faible. Prenez au moins 12 caractères, par exemple plusieurs mots.',
    'expiry-not-valid':
      'Un jeton expire dans le futur, dans deux ans au plus, ou jamais. Choisissez un autre jour.',
    'not-found': 'Il n’y a rien ici.',
    'account-not-found': 'Ce compte n’existe pas. Regardez de nouveau la liste des comptes.',
    'invitation-not-found':
      'Cette invitation n’existe pas. Elle a peut-être été acceptée, retirée, ou est trop ancienne.',
    'token-not-found': 'Ce jeton n’existe pas. Il a peut-être déjà été révoqué.',
    'sign-in-not-found': 'Cette connexion n’existe pas. Elle a peut-être déjà pris fin.',
    'horse-not-found': 'Ce cheval n’existe pas. La liste des chevaux montre ceux qu’il y a.',
    'rider-not-found': 'Ce cavalier n’existe pas. La liste montre ceux qu’il y a.',
    'event-not-found': 'Cet événement n’existe pas. Il a peut-être été supprimé.',
    'session-not-found': 'Cette séance n’est pas parmi les vôtres.',
    'recording-not-found': 'Cet enregistrement n’existe pas.',
    'note-not-found': 'Cette note n’existe pas. Elle a peut-être été supprimée.',
    'no-result': 'Il n’y a pas encore de résultat ; il viendra tout seul.',
    'after-not-valid': 'Cette suite de liste n’existe pas. Rechargez la page.',
    'birth-year-not-valid': 'L’année de naissance n’est pas valable.',
    'time-zone-not-known': 'Ce fuseau horaire n’est pas connu. Choisissez-le dans la liste.',
    'started-at-not-valid': 'Ce début n’est pas valable.',
    'event-time-not-valid': 'Ce moment n’est pas valable. Choisissez un autre jour.',
    'too-many-events': 'Ce cheval a trop d’événements. Supprimez-en qui ne comptent plus.',
    'trim-not-valid': 'Cette coupe n’est pas possible.',
    'corrections-not-valid': 'Ces corrections ne sont pas possibles.',
    'too-many-recordings': 'Cette séance a déjà autant d’enregistrements qu’elle peut en avoir.',
    'merge-not-possible': 'Ces séances ne peuvent pas être réunies.',
    'too-many-notes': 'Cette séance a trop de notes. Supprimez-en d’abord.',
    'nothing-to-split': 'Il n’y a rien à séparer.',
    'nothing-to-retry': 'Seule une séance dont l’analyse a échoué peut être retentée.',
    'too-many-requests': 'Trop de demandes en peu de temps. Attendez un instant.',
    'too-many-attempts': 'Il y a eu trop d’essais erronés. Attendez avant de réessayer.',
    'too-many-event-streams': 'Trop de pages sont ouvertes en même temps. Fermez-en une.',
    'recording-damaged':
      'Les octets de cet enregistrement ne sont plus sur le serveur tels qu’ils ont été déposés. Demandez à la personne qui gère le serveur.',
    unexpected: 'La faute est de notre côté. Si cela se reproduit, signalez-le avec le numéro de la demande.',
    busy: 'Le serveur a trop à faire en ce moment. Réessayez dans un instant.',
    unavailable: 'Une partie du serveur ne répond pas en ce moment. Réessayez un peu plus tard.',
    'too-slow': 'Une partie du serveur a mis trop de temps. Réessayez.',
    'storage-full': 'Le disque du serveur est plein : rien ne peut être enregistré pour le moment.',
    http: 'Le serveur a répondu sans dire pourquoi cela n’a pas marché. Réessayez.',
    unreachable: 'Le serveur est injoignable. Vérifiez la connexion, puis réessayez.',
    'file-unreadable':
      'Le fichier ne peut pas être lu : il a été modifié, déplacé ou supprimé après avoir été choisi. Choisissez-le de nouveau.',
    'page-failed': 'La page n’a pas pu faire cela. Rechargez-la ; si cela se reproduit, signalez-le.',
  },
};
