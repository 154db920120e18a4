import type { StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { Handlers } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Settings } from '#core/contract/settings.ts';
import type { ExportStory } from '#core/export/export-story.ts';
import { toExportStory } from '#core/export/export-story.ts';
import { storyText } from '#core/export/text/story-text.ts';
import { checkReadiness } from '#core/story/readiness.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { StoryStore } from '../storage/story-store.ts';
import { buildExport, buildPage } from './build-export.ts';
import { writeExport } from './write-export.ts';

export interface ExportPorts {
  readonly stories: Pick<StoryStore, 'get'>;
  readonly media: Pick<MediaStore, 'info' | 'read'>;
  readonly settings: () => Pick<Settings, 'newsroom'>;
  /** `<library>/exports`, absolute; made when first needed. */
  readonly exportsDir: string;
}

/** What a browser may call the file it saves. */
const fileName = (story: ExportStory, extension: string): string => `${story.slug}.${extension}`;

/** The neutral story of a stored one. Errors: those of `StoryStore.get`. */
export function storedExport({ stories, media, settings }: ExportPorts, id: StoryId): Result<ExportStory, WireError> {
  const stored = stories.get(id);
  if (!stored.ok) return stored;
  return ok(toExportStory({ ...stored.value, settings: settings(), media: (photo) => media.info(photo) }));
}

/** The page as readers would get it, complete in one file: what `export.html` gives and what the preview shows. Errors: `story.missing`, `story.newer`, `media.missing`. */
export async function renderPreview(ports: ExportPorts, id: StoryId): Promise<Result<string, WireError>> {
  const story = storedExport(ports, id);
  return story.ok ? await buildPage(story.value, ports.media) : story;
}

export function makeExportHandlers(ports: ExportPorts): Handlers['export'] {
  let last: Promise<unknown> = Promise.resolve();
  /** One export after the other: two of the same story would write to the same place. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
  return {
    readiness: ({ id }) => {
      const stored = ports.stories.get(id);
      if (!stored.ok) return stored;
      return ok({ items: [...checkReadiness({ ...stored.value, hasMedia: (media) => ports.media.info(media) !== null })] });
    },
    html: async ({ id }) => {
      const story = storedExport(ports, id);
      if (!story.ok) return story;
      const html = await buildPage(story.value, ports.media);
      return html.ok ? ok({ name: fileName(story.value, 'html'), html: html.value }) : html;
    },
    text: ({ id }) => {
      const story = storedExport(ports, id);
      return story.ok ? ok({ name: fileName(story.value, 'txt'), text: storyText(story.value) }) : story;
    },
    toFolder: ({ id, to }) =>
      inTurn(async () => {
        const story = storedExport(ports, id);
        if (!story.ok) return story;
        const built = await buildExport(story.value, ports.media, to);
        if (!built.ok) return built;
        const written = await writeExport(ports.exportsDir, built.value);
        return written.ok ? ok({ path: written.value.path, files: [...written.value.files] }) : written;
      }),
  };
}
