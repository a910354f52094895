export { AccountPage as SettingsPage } from '../account/account-page.tsx';
