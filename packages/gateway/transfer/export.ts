import type { Readable } from 'node:stream';
import type { Principal } from '@piaffe/auth/contract';
import type { Needs } from '../needs.ts';

export async function exportOf(_needs: Needs, _principal: Principal): Promise<Readable> {
  throw new Error('to be written');
}
