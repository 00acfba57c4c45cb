import { AppError } from '../core/errors';

/** Where a page of a list ended: rows are ordered by time, then id, both descending. */
export type Position = [at: number, id: string];

/** An opaque cursor: base64url of the position of the last row shown. */
export function encodeCursor(position: Position): string {
  return btoa(JSON.stringify(position)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Throws `invalid_input` for anything that `encodeCursor` has not made. */
export function decodeCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const value: unknown = JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')));
    if (Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'string') {
      return [value[0], value[1]];
    }
  } catch {
    // Falls through to the one message for every malformed cursor.
  }
  throw new AppError('invalid_input', 'The cursor is not valid. Pass on `nextCursor` of the page before, unchanged, or leave it out.', {
    fields: { cursor: 'is not a cursor of this list' },
  });
}

/** Cuts `limit + 1` rows down to a page; the extra row only says that there is a next one. */
export function pageFrom<Row, Item>(
  rows: Row[],
  limit: number,
  positionOf: (row: Row) => Position,
  itemOf: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), nextCursor: rows.length > limit && last ? encodeCursor(positionOf(last)) : null };
}
