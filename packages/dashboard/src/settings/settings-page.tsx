import '../styles/settings.css';
import { usePageTitle } from '../app/navigation.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { ExportAndImport } from './export-and-import.tsx';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { Riders } from './riders.tsx';
import { SignIns } from './sign-ins.tsx';
import { Tokens } from './tokens.tsx';
import { words } from './words.ts';

/** What is one's own: how the pages look, who one is, who rides, what goes out and in, and how one leaves. */
export function SettingsPage() {
  usePageTitle(words.title);
  return (
    <>
      <h1>{words.title}</h1>
      <div className="settings">
        <PreferencesForm />
        <NameForm />
        <PasswordForm />
        <Riders />
        <Tokens />
        <SignIns />
        <ExportAndImport />
        <DeleteAccount />
      </div>
    </>
  );
}
