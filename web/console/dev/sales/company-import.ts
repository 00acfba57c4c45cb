import type { Import } from '../../../../worker/contract/attendees';

const column = (index: number, header: string, field: Import['columns'][number]['field'], samples: string[]) => ({
  index,
  header,
  occurrence: 1,
  field,
  samples,
});

export const newCompanyImport = (id: string, fileName: string): Import => ({
  id,
  fileName,
  source: 'hubspot',
  kind: 'companies',
  columns: [
    column(0, 'Company name', 'company_name', ['Nimbus Cloud', 'Loop CI', 'Quarry Security']),
    column(1, 'Company Domain Name', 'company_domain', ['nimbus.example', 'loop.example']),
    column(2, 'Email', 'contact_email', ['marta.sousa@nimbus.example']),
    column(3, 'Lifecycle stage', 'ignore', ['lead', 'customer']),
  ],
  state: 'uploaded',
  totalRows: 640,
  doneRows: 0,
  counts: {},
  problem: null,
  rejects: [],
  createdAt: Date.now(),
});
