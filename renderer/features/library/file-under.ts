import type { StoryId } from '#core/base/ids.ts';
import type { CallOutput } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import { workInPieces } from '#renderer/app/long-work.ts';
import type { App } from '#renderer/app/services.ts';

interface Wanted {
  readonly id: StoryId;
  readonly section: string;
}
type Changed = CallOutput<'story', 'setSection'>['changed'][number];

interface Filed {
  readonly changed: readonly Changed[];
  readonly refused: number;
  readonly error: WireError | null;
}

/** Stories in one call. */
const piece = 100;

/** What this window is writing is changed through its editor, where undo knows of it; everything else where it is stored. */
async function setSections(app: App, wanted: readonly Wanted[]): Promise<Filed> {
  const open = app.story.get();
  const own = open?.state.get().mode === 'write' ? wanted.find(({ id }) => id === open.id) : undefined;
  const changed: Changed[] = [];
  let refused = 0;
  if (open !== null && own !== undefined) {
    const before = open.editor.fields().section;
    open.editor.updateFields((fields) => ({ ...fields, section: own.section }));
    if (before !== own.section && (await open.flush())) changed.push({ id: own.id, before });
  }
  const { done, error } = await workInPieces<Wanted, Changed>(app, {
    items: wanted.filter((one) => one !== own),
    piece,
    text: app.words.get().t('library.filing'),
    icon: 'tag',
    run: async (stories) => {
      const set = await app.client.story.setSection({ stories: [...stories] });
      if (!set.ok) return set;
      refused += set.value.refused.length;
      return { ok: true, value: set.value.changed };
    },
  });
  return { changed: [...changed, ...done], refused, error };
}

/** Files stories under a section (empty: none), taken back as one. Those that can only be read stay as they are, and are counted. */
export async function fileUnder(app: App, ids: readonly StoryId[], section: string): Promise<void> {
  const { t } = app.words.get();
  const { changed, refused, error } = await setSections(app, ids.map((id) => ({ id, section })));
  if (error !== null) app.tell(error);
  const left = refused === 0 ? '' : ` ${t('library.filed.refused', { count: refused })}`;
  if (changed.length === 0) {
    if (error === null) app.toasts.show({ text: `${t('library.filed.none')}${left}`, icon: 'tag' });
    return;
  }
  const said = section === '' ? t('library.filed.out', { count: changed.length }) : t('library.filed', { count: changed.length, section });
  let pending: readonly Changed[] = changed;
  let back = 0;
  app.undo.did({
    text: `${said}${left}`,
    icon: 'tag',
    takeBack: async () => {
      const words = app.words.get();
      const undone = await setSections(app, pending.map(({ id, before }) => ({ id, section: before })));
      const ready = new Set(undone.changed.map(({ id }) => id));
      pending = pending.filter(({ id }) => !ready.has(id));
      back += ready.size;
      if (undone.error !== null) return { kind: 'failed', text: words.error(undone.error) };
      return back === 0 ? { kind: 'gone', text: words.t('library.filed.gone', { count: changed.length }) } : { kind: 'done', text: words.t('library.filed.back', { count: back }) };
    },
  });
}
