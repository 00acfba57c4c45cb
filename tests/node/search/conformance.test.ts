import { nodeSqlite } from '../../../scripts/eval/node-sqlite';
import type { Sql } from '../../../worker/ports/sql';
import { embeddedSearch } from '../../../worker/search/embedded';
import { vectorizeSearch } from '../../../worker/search/vectorize';
import { fakeVectorize, meaningEmbeddings } from '../../support/fake-vectorize';
import { searchConformance } from '../../support/search-conformance';

const over = (make: (sql: Sql) => ReturnType<typeof embeddedSearch>) => () => {
  const sql = nodeSqlite();
  return { search: make(sql), reopen: () => make(sql) };
};

searchConformance('the embedded engine', over(embeddedSearch));
searchConformance('Vectorize and the embedded engine', () => {
  const vectors = fakeVectorize();
  const embeddings = meaningEmbeddings([['ferry', 'boat']]);
  return over((sql) => vectorizeSearch({ vectors, embeddings, lexical: embeddedSearch(sql), sql, namespace: 'evt_1' }))();
});
searchConformance('the embedded engine while Vectorize is away', () => {
  const vectors = fakeVectorize();
  vectors.down = true;
  return over((sql) =>
    vectorizeSearch({ vectors, embeddings: meaningEmbeddings([]), lexical: embeddedSearch(sql), sql, namespace: 'evt_1' }),
  )();
});
