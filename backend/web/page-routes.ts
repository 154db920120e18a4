import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MediaId, StoryId } from '#core/base/ids.ts';
import { uuidPattern } from '#core/base/uuid.ts';
import type { WireError } from '#core/contract/errors.ts';
import { Rendition } from '#core/contract/media.ts';
import { refusal } from './reply.ts';
import type { Reply } from './reply.ts';
import { inertPolicy, previewPolicy, sandboxed } from './security-headers.ts';
import type { WebHost } from './web-host.ts';
import type { WindowLinks } from './window-links.ts';

const mediaPath = /^\/media\/([0-9a-f]{64})\/(original|page|thumb)$/;
const uuid = uuidPattern.source.slice(1, -1);
const previewPath = new RegExp(`^/preview/(${uuid})$`);
const exportPath = new RegExp(`^/export/(${uuid})(\\.html|\\.txt)$`);

const extension: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

async function answerMedia(id: MediaId, rendition: Rendition, host: WebHost): Promise<Reply> {
  const found = await host.readMedia(id, rendition);
  if (found === null) return refusal(404);
  return {
    status: 200,
    headers: {
      'content-type': found.type,
      'content-disposition': `inline; filename="${id.slice(0, 12)}.${extension[found.type] ?? 'bin'}"`,
      ...sandboxed(inertPolicy),
      // The address is the content's hash (a rendition's is its original's): it never means anything else.
      'cache-control': 'private, max-age=31536000, immutable',
    },
    body: found.bytes,
  };
}

/** Hashes of the page's own style elements, for its policy. The page is ours (the serializer's), so its tags are spelt one way. */
const styleHashes = (html: string): string[] =>
  Array.from(html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g), ([, css]) => createHash('sha256').update(css ?? '').digest('base64'));

/** RFC 6266: a plain name for old readers, the real one in UTF-8. */
const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

const notThere = ({ code }: WireError): Reply => refusal(code === 'story.missing' || code === 'call.invalid' ? 404 : 500);

async function answerPreview(id: StoryId, host: WebHost): Promise<Reply> {
  const page = await host.preview(id);
  if (!page.ok) return notThere(page.error);
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', ...sandboxed(previewPolicy(styleHashes(page.value))) }, body: page.value };
}

const exportKinds = {
  '.html': { call: 'export.html', type: 'text/html; charset=utf-8', body: z.object({ name: z.string(), html: z.string() }).transform(({ name, html }) => ({ name, body: html })) },
  '.txt': { call: 'export.text', type: 'text/plain; charset=utf-8', body: z.object({ name: z.string(), text: z.string() }).transform(({ name, text }) => ({ name, body: text })) },
} as const;

async function answerExport(id: StoryId, as: keyof typeof exportKinds, host: WebHost, links: WindowLinks): Promise<Reply> {
  const kind = exportKinds[as];
  const result = await links.during(null, (windowId) => host.dispatch(kind.call, { id }, { windowId }));
  if (!result.ok) return notThere(result.error);
  const { name, body } = kind.body.parse(result.value);
  return { status: 200, headers: { 'content-type': kind.type, 'content-disposition': attachment(name), ...sandboxed(inertPolicy) }, body };
}

/** Pictures, previews and downloads; null when the path is none of them. Paths are matched as sent: nothing is decoded, so nothing can hide. */
export async function answerPage(path: string, host: WebHost, links: WindowLinks): Promise<Reply | null> {
  const media = mediaPath.exec(path);
  if (media !== null) return await answerMedia(MediaId.parse(media[1]), Rendition.parse(media[2]), host);
  const preview = previewPath.exec(path);
  if (preview !== null) return await answerPreview(StoryId.parse(preview[1]), host);
  const exported = exportPath.exec(path);
  return exported === null ? null : await answerExport(StoryId.parse(exported[1]), exported[2] === '.txt' ? '.txt' : '.html', host, links);
}
