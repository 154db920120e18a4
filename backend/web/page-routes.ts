import { z } from 'zod';
import { MediaId, StoryId } from '#core/base/ids.ts';
import { uuidPattern } from '#core/base/uuid.ts';
import { Rendition } from '#core/contract/media.ts';
import { answerMedia } from '../pages/media-page.ts';
import { answerPreview, notThere } from '../pages/preview-page.ts';
import type { Reply } from '../pages/reply.ts';
import { inertPolicy, sandboxed } from '../pages/security-headers.ts';
import type { WebHost } from './web-host.ts';
import type { WindowLinks } from './window-links.ts';

const mediaPath = /^\/media\/([0-9a-f]{64})\/(original|page|thumb)$/;
const uuid = uuidPattern.source.slice(1, -1);
const previewPath = new RegExp(`^/preview/(${uuid})$`);
const exportPath = new RegExp(`^/export/(${uuid})(\\.html|\\.txt)$`);

/** RFC 6266: a plain name for old readers, the real one in UTF-8. */
const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

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
