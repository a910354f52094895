import type { Catalogue } from '../catalogue-type.ts';
export const signIn = {
  signIn: 'Sign in',
  again: 'Your sign-in has ended. Sign in again, and you are back where you were.',
  name: 'Name',
  password: 'Password',
  signingIn: 'Signing in …',
  noAccount:
    'New here? Whoever runs this server can send you an invitation. Forgot your password? They can send you a link to set a new one.',
  ownServer:
    'You run this server yourself? Print a link that signs you in: npx --no-install piaffe sign-in-link',
  byLink: 'Signing you in',
  linkFailed: 'This link does not work any more',
  linkFailedHelp:
    'A sign-in link works once, for 15 minutes. Whoever runs this server can print another with “npx --no-install piaffe sign-in-link”.',
  toSignIn: 'Sign in by name and password',
  firstTitle: 'Welcome to Piaffe',
  firstLead: 'You are signed in. Choose a name and a password, so that you can come back without a link.',
  nameHint: 'What you sign in with.',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters. A few words in a row are good, and easy to remember.',
  setPassword: 'Save and go on',
  later: 'Not now',
  invitationTitle: 'You are invited',
  invitationLead:
    'Choose a name and a password, and your stable is ready. What you keep in it is yours alone.',
  accept: 'Create my account',
  resetTitle: 'Set a new password',
  resetLead: 'You are signed out everywhere else, and tokens made with the account stop working.',
  reset: 'Set the password and sign in',
  saving: 'Saving …',
} satisfies Catalogue['signIn'];
