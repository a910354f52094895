import { constants } from 'node:os';
import { isPrimary, primary } from '../database/sqlite-errors.ts';
import { hasCode } from './system-errors.ts';

/** Whether the system or SQLite says that there is no room, or no more for this user. */
export const isFull = (error: unknown): boolean =>
  isPrimary(error, primary.full) || hasCode(error, 'ENOSPC') || isOverQuota(error);

/** Node has no name for this one. */
function isOverQuota(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && error.errno === -constants.errno.EDQUOT;
}
