import { readFileSync } from 'node:fs';
import { childrenOf } from '../../scripts/lib/state.mjs';

/** Resident memory, in KiB, of the workerd processes that a process has started. */
export function residentKiB(pid: number): number {
  const statuses = runtimesOf(pid).map(statusOf);
  if (statuses.length === 0) throw new Error('workerd is not running');
  return statuses.reduce((sum, status) => sum + Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0), 0);
}

export function runtimesOf(pid: number): number[] {
  return descendantsOf(pid).filter((child) => /^Name:\s+workerd/m.test(statusOf(child)));
}

function statusOf(pid: number): string {
  return readFileSync(`/proc/${pid}/status`, 'utf8');
}

function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child: number) => [child, ...descendantsOf(child)]);
}
