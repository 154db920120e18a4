import { err, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import type { ErrorCode, WireError } from '#core/contract/errors.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import { StoryChanges as StoryChangesSchema } from '#core/story/changes.ts';
import { StoryDocument } from '#core/story/document.ts';
import type { BlockJson } from '#core/story/document.ts';

/** A store that behaves as the real one does: whole batches, each on the last `seq`, checked against the schema. */
export class MemoryStory {
  seq = 0;
  batches = 0;
  /** Answers of this many milliseconds' delay. */
  delay = 0;
  failures: ErrorCode[] = [];
  #document: StoryDocument;

  constructor(document: StoryDocument) {
    this.#document = structuredClone(document);
  }

  async append(changes: StoryChanges, base: number): Promise<Result<{ readonly seq: number; readonly savedAt: number }, WireError>> {
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const failure = this.failures.shift();
    if (failure !== undefined) return err(wireError(failure));
    if (base !== this.seq) return err(wireError('story.stale'));
    const { upsert, remove, order, fields } = StoryChangesSchema.parse(JSON.parse(JSON.stringify(changes)));
    const blocks = new Map<string, BlockJson>(this.#document.blocks.map((block) => [block.$.bid, block]));
    for (const block of upsert) blocks.set(block.$.bid, block);
    for (const id of remove) blocks.delete(id);
    const ids = order ?? this.#document.blocks.map((block) => block.$.bid);
    const inOrder = ids.map((id) => blocks.get(id));
    if (inOrder.some((block) => block === undefined) || inOrder.length !== blocks.size) throw new Error('order and blocks do not match');
    this.#document = StoryDocument.parse({ ...this.#document, blocks: inOrder, fields: fields ?? this.#document.fields });
    this.seq++;
    this.batches++;
    return ok({ seq: this.seq, savedAt: Date.now() });
  }

  document(): StoryDocument {
    return structuredClone(this.#document);
  }
}
