import { Failure } from '@piaffe/kernel';

export const afterNotValid = () =>
  new Failure('after-not-valid', {
    detail: 'There is no such page. Ask for the first one, and then for what each page gives as "next".',
  });
