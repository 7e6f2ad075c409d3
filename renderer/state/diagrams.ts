import { drawWith } from '../../core/markdown/draw-with.ts';
import { request } from '../api.ts';

/** Diagrams of the preview come from main, which keeps them and has them drawn apart from this window. */
export function startDiagrams(): void {
  drawWith(async (source) => {
    const answer = await request('diagram.draw', source);
    return answer.ok ? answer.value : { kind: 'undrawn' };
  });
}
