import { closed, Id } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';

export const Role = Type.Enum(['administrator', 'rider'], {
  description: 'An administrator runs the server. It does not let anybody see the rides of others',
});
export type Role = Static<typeof Role>;

/** On whose behalf something is asked. Every operation that touches somebody's data takes one. */
export const Principal = closed({ account: Id, role: Role });
export type Principal = Static<typeof Principal>;
