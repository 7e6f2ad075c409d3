import type { DrawnDiagram } from '../../core/contract/diagram.ts';
import { request } from '../api.ts';

/** Diagrams of the preview come from main, which keeps them and has them drawn apart from this window. */
export async function drawDiagram(source: string): Promise<DrawnDiagram> {
  const answer = await request('diagram.draw', source);
  return answer.ok ? answer.value : { kind: 'undrawn' };
}
