import { request } from '../api.ts';
import { notify } from '../state/notices.ts';

/** Opens a link in the author's browser; main takes http, https and mailto only. */
export async function openLink(address: string): Promise<void> {
  const answer = await request('link.open', address);
  if (!answer.ok) notify({ kind: 'linkRefused', address });
}
