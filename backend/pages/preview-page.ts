import { createHash } from 'node:crypto';
import type { StoryId } from '#core/base/ids.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Host } from '../host/host.ts';
import { refusal } from './reply.ts';
import type { Reply } from './reply.ts';
import { previewPolicy, sandboxed } from './security-headers.ts';

/** Hashes of the page's own style elements, for its policy. The page is ours (the serializer's), so its tags are spelt one way. */
const styleHashes = (html: string): string[] =>
  Array.from(html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g), ([, css]) => createHash('sha256').update(css ?? '').digest('base64'));

export const notThere = ({ code }: WireError): Reply => refusal(code === 'story.missing' || code === 'call.invalid' ? 404 : 500);

/** The story as readers would get it, under a policy that lets it run and fetch nothing. `ancestor`: who may show it in a frame. */
export async function answerPreview(id: StoryId, host: Pick<Host, 'preview'>, ancestor = "'self'"): Promise<Reply> {
  const page = await host.preview(id);
  if (!page.ok) return notThere(page.error);
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', ...sandboxed(previewPolicy(styleHashes(page.value), ancestor)) }, body: page.value };
}
