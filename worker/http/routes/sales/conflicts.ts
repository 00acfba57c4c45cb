import { AppError } from '../../../core/errors';

/** Somebody saved another version since this one was read. */
export function editedMeanwhile(what: string): AppError {
  return new AppError('conflict', `${what} was changed meanwhile. Look at it again, then repeat your change.`, { retry: 'after-person' });
}

/** A record moved while several were written together; the same call may go through now. */
export function changedMeanwhile(what: string): AppError {
  return new AppError('conflict', `${what} changed while this was done, so nothing was. Try again.`, { retry: 'later' });
}
