import type { BlockId, StoryId } from '#core/base/ids.ts';
import type { Clock } from '#core/base/ports.ts';
import { err, ok } from '#core/base/result.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import { wireError } from '#core/contract/errors.ts';
import type { OpenStory } from '#core/contract/story.ts';
import { templateDocument } from '#core/story/templates.ts';
import { isReadOnly } from '#core/story/workflow.ts';
import type { Windows } from '../host/windows.ts';
import type { PersonStore } from '../storage/person-store.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { StoredStory, StoryStore } from '../storage/story-store.ts';
import { rememberAttendees } from './remember-attendees.ts';

export interface StoryPorts {
  readonly stories: StoryStore;
  readonly windows: Windows;
  readonly settings: SettingsStore;
  readonly people: Pick<PersonStore, 'remember'>;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Whose new stories are. */
  readonly who: () => string;
  readonly emit: Emit;
  /** A story's text changed: list and search follow when typing pauses. */
  readonly touched: () => void;
  /** Deletes for good; gives those that were there. */
  readonly erase: (ids: readonly StoryId[]) => readonly StoryId[];
  /** Cancels at once what of these stories waits in the outbox and may no longer go. */
  readonly recall: (ids: readonly StoryId[]) => void;
}

/** A batch that takes away this many blocks is no typing: what was there is kept as a version before it is stored. */
const manyBlocks = 10;

/** So many stories are told one by one; a window that hears of thousands has nothing to gain from each one's whole record. */
const few = 20;

export function makeStoryHandlers({ stories, windows, settings, people, clock, newId, who, emit, touched, erase, recall }: StoryPorts): Handlers['story'] {
  const opened = ({ meta, document }: StoredStory, mode: 'write' | 'read'): OpenStory => {
    if (meta.trashedAt !== null) return { meta, document, mode: 'read', readReason: 'trashed' };
    if (isReadOnly(meta.status)) return { meta, document, mode: 'read', readReason: 'approved' };
    return { meta, document, mode, readReason: mode === 'read' ? 'other-window' : null };
  };
  const isFixed = ({ meta }: StoredStory): boolean => meta.trashedAt !== null || isReadOnly(meta.status);
  const listChanged = (): void => {
    touched();
    emit('library.changed', {});
  };

  const isTrashed = (id: StoryId): boolean => {
    const meta = stories.meta(id);
    return meta.ok && meta.value.trashedAt !== null;
  };

  const moved = (ids: readonly StoryId[]): void => {
    if (ids.length > few) emit('story.moved', { ids: [...ids] });
    for (const id of ids.length > few ? [] : ids) {
      const meta = stories.meta(id);
      if (meta.ok) emit('story.status', meta.value);
    }
    emit('library.changed', {});
  };

  return {
    create({ template, document, remember }) {
      const filled = document ?? templateDocument(template, { settings: settings.get(), today: clock.today(), newBlockId: () => newId() as BlockId });
      const created = stories.create(filled, who());
      if (!created.ok) return created;
      const { id } = created.value;
      if (remember) {
        // The story first: a directory that knows people of a story that never came to be would be wrong.
        const known = rememberAttendees({ people, stories }, created.value, filled.fields);
        if (!known.ok) return known;
        if (known.value > 0) emit('people.changed', {});
      }
      if (document !== undefined) {
        const kept = stories.keepVersion(id, 'import');
        if (!kept.ok) return kept;
      }
      listChanged();
      return ok({ id });
    },

    open({ id }, { windowId }) {
      const stored = stories.get(id);
      if (!stored.ok) return stored;
      if (isFixed(stored.value)) return ok(opened(stored.value, 'read'));
      const mode = windows.hold(id, windowId);
      if (mode === 'write') {
        const kept = stories.keepIfChanged(id, 'open');
        // A full disk must not keep anyone from reading and copying what is there; saving will say so by itself.
        if (!kept.ok && kept.error.code !== 'library.full') return kept;
      }
      return ok(opened(stored.value, mode));
    },

    get: ({ id }) => stories.get(id),

    append({ id, base, changes }, { windowId }) {
      const meta = stories.meta(id);
      if (!meta.ok) return meta;
      if (isReadOnly(meta.value.status)) return err(wireError('story.read-only'));
      const holder = windows.holderOf(id);
      if (holder !== null && holder !== windowId) return err(wireError('story.not-writer'));
      if (changes.remove.length >= manyBlocks) {
        const kept = stories.keepIfChanged(id, 'interval');
        if (!kept.ok) return kept;
      }
      const appended = stories.append(id, base, changes);
      if (!appended.ok) return appended;
      windows.hold(id, windowId);
      touched();
      emit('story.changed', { id, seq: appended.value.seq, windowId });
      return appended;
    },

    takeOver({ id }, { windowId }) {
      const stored = stories.get(id);
      if (!stored.ok) return stored;
      if (isFixed(stored.value)) return ok(opened(stored.value, 'read'));
      const kept = stories.keepIfChanged(id, 'takeover');
      if (!kept.ok) return kept;
      windows.takeOver(id, windowId);
      emit('story.writer', { id, windowId, reason: 'taken-over' });
      return ok(opened(stored.value, 'write'));
    },

    release({ id }, { windowId }) {
      if (windows.release(id, windowId)) emit('story.writer', { id, windowId: null, reason: 'released' });
      return ok({});
    },

    keep({ id, document, reason }) {
      const kept = stories.keepDocument(id, document, reason);
      return kept.ok ? ok({ versionId: kept.value }) : kept;
    },

    duplicate({ id }) {
      const copy = stories.duplicate(id, who());
      if (!copy.ok) return copy;
      listChanged();
      return ok({ id: copy.value.id });
    },

    trash({ ids }) {
      const trashed: StoryId[] = [...stories.trash(ids)];
      recall(trashed);
      moved(trashed);
      return ok({ trashed });
    },

    restore({ ids }) {
      const restored: StoryId[] = [...stories.restore(ids)];
      moved(restored);
      return ok({ restored });
    },

    erase({ ids }) {
      // Only from the trash: whoever deletes for good has seen it lie there.
      const erased = [...erase(ids.filter((id) => isTrashed(id)))];
      if (erased.length > 0) emit('library.changed', {});
      return ok({ erased });
    },

    setSection({ stories: wanted }) {
      const changed: { readonly id: StoryId; readonly before: string }[] = [];
      const refused: StoryId[] = [];
      for (const { id, section: given } of wanted) {
        const section = given.normalize('NFC');
        const meta = stories.meta(id);
        const mayChange = meta.ok && meta.value.trashedAt === null && !isReadOnly(meta.value.status) && windows.holderOf(id) === null;
        const set = mayChange ? stories.setSection(id, section) : null;
        if (set === null || !set.ok) refused.push(id);
        else if (set.value.before !== section) {
          changed.push({ id, before: set.value.before });
          emit('story.changed', { id, seq: set.value.seq, windowId: '' });
        }
      }
      if (changed.length > 0) listChanged();
      return ok({ changed, refused });
    },

    versions({ id }) {
      const versions = stories.versions(id);
      return versions.ok ? ok({ versions: [...versions.value] }) : versions;
    },

    version({ id, versionId }) {
      const found = stories.version(versionId);
      if (!found.ok) return found;
      if (found.value.storyId !== id) return err(wireError('version.missing'));
      return ok({ version: found.value.version, document: found.value.document });
    },
  };
}
