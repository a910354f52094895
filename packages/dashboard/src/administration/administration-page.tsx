export { PeoplePage as AdministrationPage } from '../account/people-page.tsx';
