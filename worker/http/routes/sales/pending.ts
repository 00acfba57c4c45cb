import { companyEndpoints } from '../../../contract/sales/companies';
import { crmEndpoints } from '../../../contract/sales/crm';
import { outreachEndpoints } from '../../../contract/sales/outreach';
import { pipelineEndpoints } from '../../../contract/sales/pipeline';
import { AppError } from '../../../core/errors';
import type { HandlerTable } from '../../app';

type Pending = Pick<
  HandlerTable,
  keyof typeof companyEndpoints | keyof typeof pipelineEndpoints | keyof typeof outreachEndpoints | keyof typeof crmEndpoints
>;

/** Endpoints of sales whose handlers are not there yet. Goes away with the last of them. */
export function pendingSales(): Pending {
  const keys = Object.keys({ ...companyEndpoints, ...pipelineEndpoints, ...outreachEndpoints, ...crmEndpoints });
  const refuse = async () => {
    throw new AppError('unavailable', 'This is not built yet.');
  };
  return Object.fromEntries(keys.map((key) => [key, refuse])) as unknown as Pending;
}
