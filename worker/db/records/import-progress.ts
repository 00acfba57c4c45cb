import type { RejectedRow } from '../../core/import/fields';

export interface ProgressScope {
  organizationId: string;
  importId: string;
  now: number;
}

/** How far an import is after a batch, and what the batch rejected. */
export interface BatchProgress {
  rejected: RejectedRow[];
  doneRows: number;
  counts: Record<string, number>;
}

const rejectsAtOnce = 200;

/** Travel in the batch that they tell of. */
export function progressStatements(
  d1: D1Database,
  scope: ProgressScope,
  { rejected, doneRows, counts }: BatchProgress,
): D1PreparedStatement[] {
  return [
    ...rejections(d1, scope, rejected),
    d1
      .prepare(`UPDATE imports SET done_rows = ?3, counts = ?4, updated_at = ?5 WHERE organization_id = ?1 AND id = ?2`)
      .bind(scope.organizationId, scope.importId, doneRows, JSON.stringify(counts), scope.now),
  ];
}

/** A rejected row noted twice stands once. */
function rejections(d1: D1Database, { organizationId, importId }: ProgressScope, rejected: RejectedRow[]): D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = [];
  for (let from = 0; from < rejected.length; from += rejectsAtOnce) {
    const rows = rejected.slice(from, from + rejectsAtOnce).map((row) => ({ ...row, cells: clipped(row.cells) }));
    const json = JSON.stringify(rows);
    statements.push(
      d1
        .prepare(
          `DELETE FROM import_rejects WHERE organization_id = ?2 AND import_id = ?3 AND line IN (SELECT value->>'line' FROM json_each(?1))`,
        )
        .bind(json, organizationId, importId),
      d1
        .prepare(
          `INSERT INTO import_rejects (import_id, organization_id, line, reason, cells) SELECT ?3, ?2, value->>'line', value->>'reason', value->>'cells' FROM json_each(?1)`,
        )
        .bind(json, organizationId, importId),
    );
  }
  return statements;
}

/** At most 2,000 characters of a row are kept for the download. */
function clipped(cells: string[]): string[] {
  let left = 2000;
  return cells.map((cell) => {
    const kept = cell.slice(0, Math.max(left, 0));
    left -= kept.length;
    return kept;
  });
}
