import { importRun } from '../import-run';
import { report } from '../report';
import type { Stage } from '../stage';

const companies = 20_000;

/** A HubSpot export of 20,000 companies, upload to last row; then one of their people, each of whom finds the company. */
export async function companyImports(stage: Stage): Promise<void> {
  const first = await importRun(stage, { file: companyExport(), fileName: 'companies.csv', rows: companies });
  report({ figure: 'import of 20,000 companies, upload to last row', unit: 'rows/s', ours: companies / first.seconds });
  report({
    figure: 'import of 20,000 companies, memory above what it was before',
    unit: 'MiB',
    ours: (first.peakKiB - first.beforeKiB) / 1024,
  });
  const second = await importRun(stage, { file: peopleExport(), fileName: 'contacts.csv', rows: companies });
  report({ figure: 'import of 20,000 people at known companies, upload to last row', unit: 'rows/s', ours: companies / second.seconds });
}

const header = 'Record ID,Company name,Company Domain Name,Company owner,City,Country/Region,Industry,Number of Employees,Description';

/** Every field filled, about 180 bytes a row. */
function companyExport(): Uint8Array {
  const lines = [header];
  for (let n = 0; n < companies; n++)
    lines.push(
      `${n + 1},Sample Works ${n},works${n}.example,Ann Owner,Rotterdam,Netherlands,COMPUTER_SOFTWARE,${n % 9000},"Makes parts of kind ${n}, sold to builders of things"`,
    );
  return Buffer.from(lines.join('\n'));
}

function peopleExport(): Uint8Array {
  const lines = ['Record ID,First Name,Last Name,Email,Contact owner,Lead Status,Job Title,Associated Company'];
  for (let n = 0; n < companies; n++)
    lines.push(`${n + 1},Robin,Sample${n},robin.sample${n}@works${n}.example,Ann Owner,OPEN,Head of Marketing,Sample Works ${n}`);
  return Buffer.from(lines.join('\n'));
}
