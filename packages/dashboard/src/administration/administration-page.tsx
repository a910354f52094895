export { PeoplePage as default } from '../account/people-page.tsx';
