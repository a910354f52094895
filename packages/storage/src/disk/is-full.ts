import { isPrimary, primary } from '../database/sqlite-errors.ts';
import { hasCode } from './system-errors.ts';

/** Whether the system or SQLite says that there is no room, or no more for this user. */
export const isFull = (error: unknown): boolean =>
  isPrimary(error, primary.full) || hasCode(error, 'ENOSPC', 'EDQUOT');
