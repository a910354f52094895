export const administration = {
  title: 'This server',
};
