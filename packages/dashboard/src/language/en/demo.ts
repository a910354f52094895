export const demo = {
  title: 'The demo stable',
};
