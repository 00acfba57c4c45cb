import type { Stage } from '../stage';
export async function retrieval(_stage: Stage): Promise<void> {}
