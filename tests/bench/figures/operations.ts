import type { Stage } from '../stage';
export async function operations(_stage: Stage): Promise<void> {}
