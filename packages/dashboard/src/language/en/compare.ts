export const compare = {
  title: 'Compare two rides',
};
