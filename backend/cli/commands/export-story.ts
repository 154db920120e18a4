import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StoryId } from '#core/base/ids.ts';
import { defaultSettings } from '#core/contract/settings.ts';
import type { ExportStory } from '#core/export/export-story.ts';
import { toExportStory } from '#core/export/export-story.ts';
import { documentFromProposal } from '#core/structure/proposal.ts';
import type { ExportTarget } from '#backend/handlers/build-export.ts';
import { buildExport } from '#backend/handlers/build-export.ts';
import { tooMuch } from '#core/structure/text-limits.ts';
import { writeExport } from '#backend/handlers/write-export.ts';
import type { MediaStore } from '#backend/media/media-store.ts';
import type { Command } from '../command.ts';
import type { Connection } from '../connection.ts';
import { connect, must } from '../connection.ts';
import { findStory } from '../find-story.ts';
import { Refusal, UsageError } from '../outcome.ts';
import type { Output } from '../output.ts';
import { readTextFile } from '#backend/handlers/read-text-file.ts';
import { recognise } from '../recognise.ts';

const targets: readonly string[] = ['html', 'html-folder', 'text'] satisfies ExportTarget[];
const isTarget = (to: string | null): to is ExportTarget => to !== null && targets.includes(to);

async function writeOut(story: ExportStory, media: Pick<MediaStore, 'read'>, to: ExportTarget, out: string, output: Output): Promise<void> {
  const built = must(await buildExport(story, media, to));
  const { path, files } = must(await writeExport(out, built));
  if (output.json) output.object({ path, files });
  else output.line(path);
}

/** A text that is in no library: recognised, accepted whole, exported as it is; its figures wait for their photos. */
async function exportFile(path: string, to: ExportTarget, out: string, output: Output): Promise<void> {
  const text = must(await readTextFile(path));
  const refused = tooMuch(text, path);
  if (refused !== null) throw new Refusal(refused);
  const { document } = documentFromProposal(await recognise(text), 'all', randomUUID);
  const story = toExportStory({ document, meta: null, settings: defaultSettings, media: () => null });
  await writeOut(story, { read: () => Promise.resolve(null) }, to, out, output);
}

async function exportStored({ host, client }: Connection, typed: string, to: ExportTarget, out: string, output: Output): Promise<void> {
  const { meta, document } = must(await client.story.get({ id: findStory(host, typed) }));
  const settings = must(await client.settings.get({}));
  const photos = new Map<string, Parameters<typeof toExportStory>[0]['media'] extends (id: never) => infer Info ? Info : never>();
  for (const block of document.blocks) {
    if (block.type !== 'figure' || block.photo === null) continue;
    photos.set(block.photo.media, must(await client.media.info({ id: block.photo.media })));
  }
  const story = toExportStory({ document, meta, settings, media: (id) => photos.get(id) ?? null });
  await writeOut(story, { read: (id, rendition) => host.readMedia(id, rendition) }, to, out, output);
}

/** `export ID|FILE --to html|html-folder|text --out DIR`: a whole id is a story, an existing path is a file, else the start of an id. */
export const exportStory: Command = async ({ words, library, to, out }, output) => {
  const [what, ...rest] = words;
  if (what === undefined || rest.length > 0 || !isTarget(to) || out === null) throw new UsageError('export ID|FILE --to html|html-folder|text --out DIR');
  const folder = resolve(out);
  if (!StoryId.safeParse(what).success && (existsSync(what) || !/^[0-9a-fA-F-]{4,36}$/.test(what))) {
    await exportFile(what, to, folder, output);
    return 0;
  }
  const connection = connect(library, { writes: false });
  try {
    await exportStored(connection, what, to, folder, output);
  } finally {
    await connection.close();
  }
  return 0;
};
