const rows = [
  '1234567890123456789',
  'qwertyuiop[]',
  'qwertzuiopü',
  'azertyuiop',
  'asdfghjkl;',
  'qsdfghjklm',
  'zxcvbnm,./',
  'yxcvbnm,.-',
  'wxcvbn,;:!',
  'abcdefghijklmnopqrstuvwxyz',
  '!@#$%^&*()',
  '!"§$%&/()=',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1a2b3c4d5e6f7g8h9i0j',
  'a1b2c3d4e5f6g7h8i9j0',
  'qazwsxedcrfvtgbyhnujm',
  'qweasdzxc',
];

/** The rows of keyboards, forwards and backwards, and what fingers make of them. */
export const keyboardRows: readonly string[] = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/** What is tried first: the words of sign-in pages, of this program, of stables, and of people in a hurry. */
export const commonWords: readonly string[] = `
  piaffe administrator admin root user guest owner server rider riders login logon signin account system master manager
  password passwort passwords passwd pass parola motdepasse contrasena senha wachtwoord kennwort geheim secret secrets
  change changeme changeit default test testing temp temporary demo example sample welcome willkommen hello hallo bonjour
  letmein open sesame opensesame access security secure private
  horse horses pony ponies pferd pferde cheval cheveaux caballo paard stable stables stall barn yard dressage reiten
  riding ride equine equestrian gallop canter trot walk halt tolt pace passage foal mare stallion gelding saddle bridle
  girth jumping sensor black beauty mypony
  iloveyou iloveu love lover loveyou loveme sunshine princess prince angel baby babygirl sweetheart darling honey friend
  friends family forever flower butterfly summer winter spring autumn sommer monday friday sunday january february march
  april june july august september october november december january
  dragon monkey tiger lion shadow superman batman spiderman starwars pokemon football soccer baseball basketball hockey
  liverpool chelsea arsenal barcelona juventus computer internet google facebook instagram linkedin microsoft windows
  android apple samsung iphone whatever nothing trustno freedom jesus christ blessed michael michelle jennifer jessica
  jordan daniel thomas charlie ashley nicole matthew andrew joshua robert william george anthony amanda samantha
  alexander maria anna peter martin silver golden cookie chocolate banana orange cheese pepper ginger coffee hunter
  killer ranger cowboy ferrari porsche mercedes mustang harley yamaha
  correct battery staple thequickbrownfox quick brown lazy fox over the jumps dog
  one two three four five six seven eight nine zero ten asdf qwer zxcv qwerty qwertz azerty abc xyz the and
  my your our is new old big
`
  .trim()
  .split(/\s+/);
