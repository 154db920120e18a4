import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Random } from '#core/base/ports.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import type { Handlers } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Analysis } from '#core/people/analysis.ts';
import { makeAppHandlers } from '../handlers/app.ts';
import { makeExportHandlers, renderPreview } from '../handlers/export.ts';
import { makeExportTo } from '../handlers/export-to.ts';
import { makeLibraryHandlers } from '../handlers/library.ts';
import { makeMediaHandlers } from '../handlers/media.ts';
import { makePeopleHandlers } from '../handlers/people.ts';
import { makeReviewHandlers } from '../handlers/review.ts';
import { makeSettingsHandlers } from '../handlers/settings.ts';
import { makeStoryHandlers } from '../handlers/story.ts';
import { makeStructureHandlers } from '../handlers/structure.ts';
import { makeDecoder } from '../media/decoder.ts';
import { makeMediaStore } from '../media/make-media-store.ts';
import type { StartProgram } from '../processes/start-program.ts';
import type { Network } from '../publish/network.ts';
import type { Keychain } from '../publish/secret-store.ts';
import { libraryFiles } from '../storage/library-folder.ts';
import { makeLibraryStore } from '../storage/library-store.ts';
import { makeMediaIndex } from '../storage/media-index.ts';
import { makePersonStore } from '../storage/person-store.ts';
import { makeProjections } from '../storage/projections.ts';
import { makeSettingsStore } from '../storage/settings-store.ts';
import { makeStoryStore } from '../storage/make-story-store.ts';
import { makeAnalyzer } from './analyzer.ts';
import { composePublishing } from './compose-publishing.ts';
import { makeDispatch } from './dispatch.ts';
import { makeFirstStart } from './first-start.ts';
import type { Host } from './host.ts';
import { installed } from './installation.ts';
import { makeHousekeeping } from './housekeeping.ts';
import type { Log } from './log.ts';
import { fileLog, silentLog } from './log.ts';
import type { Intent } from './open-storage.ts';
import { openStorage } from './open-storage.ts';
import { makePushes } from './pushes.ts';
import { makeSampleNewsroom } from './sample-newsroom.ts';
import { systemClock, systemRandom } from './system-ports.ts';
import type { Timers } from './timers.ts';
import { realTimers } from './timers.ts';
import { makeWindows } from './windows.ts';

export interface OpenLibrary {
  /** The library's folder, absolute; made when missing. */
  readonly dir: string;
  readonly door: 'browser' | 'desktop' | 'command-line';
  /** `write` unless said otherwise: take the library, or fail with `library.locked` when another process has it. */
  readonly intent?: Intent;
  /** Sends what waits in the outbox from the start; true unless said otherwise. A command that only looks sends nothing. */
  readonly sends?: boolean;
  /** A library that nobody has worked in yet stays empty, instead of beginning with the sample newsroom. */
  readonly empty?: boolean;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly timers?: Timers;
  readonly log?: Log;
  /** The one way out to portals. */
  readonly network?: Network;
  /** The system's keychain, where the door has one. */
  readonly keychain?: Keychain | null;
  /** How the programs that need a process of their own are started; unless said otherwise by Node. */
  readonly programs?: { readonly decoder: StartProgram; readonly portal: StartProgram };
  /** The thread that reads long texts; unless said otherwise its source file. */
  readonly analysisEntry?: URL;
}

const version = (): string => (JSON.parse(readFileSync(installed('package.json'), 'utf8')) as { version: string }).version;

/** The only place that wires real ports: storage, handlers, timers. Errors: those of `openStorage`. */
export function openLibrary(options: OpenLibrary): Result<Host, WireError> {
  const { dir, door, intent = 'write', sends = true, empty = false, clock = systemClock, random = systemRandom, timers = realTimers, log: givenLog, network = fetch, keychain = null, programs, analysisEntry } = options;
  const storage = openStorage(dir, intent);
  if (!storage.ok) return storage;
  const { db, mode } = storage.value;
  const log = givenLog ?? (mode === 'write' ? fileLog(dir, clock) : silentLog);
  const newId = (): string => uuidv7(clock, random);
  const { emit, subscribe } = makePushes();

  const settings = makeSettingsStore(db);
  const who = (): string => {
    const { name, penName } = settings.get().profile;
    return name === '' ? penName : name;
  };
  const stories = makeStoryStore({ db, clock, newId, who });
  const library = makeLibraryStore(db);
  const projections = makeProjections(db);
  const people = makePersonStore({ db, clock, newId });
  const media = makeMediaStore({ dir: join(dir, libraryFiles.media), index: makeMediaIndex(db), clock, ...(programs === undefined ? {} : { decoder: makeDecoder({ start: programs.decoder }) }) });
  const windows = makeWindows({ timers, onFreed: (id) => emit('story.writer', { id, windowId: null, reason: 'released' }) });
  const housekeeping = mode === 'write' ? makeHousekeeping({ stories, projections, media, timers, clock, log, emit, library: dir }) : null;
  const refresh = (): void => housekeeping?.refresh();
  const exportPorts = { stories, media, settings: () => settings.get(), exportsDir: join(dir, libraryFiles.exports) };

  const publishing = composePublishing({ db, dir, stories, media, settings: () => settings.get(), clock, random, timers, network, keychain, env: process.env, log, emit, startPortal: programs?.portal });

  const analyzer = makeAnalyzer(undefined, analysisEntry);
  const analyze = (text: string): Promise<Analysis> => analyzer.analyze(text);
  const sample = makeSampleNewsroom({ dir: installed('assets', 'sample-newsroom'), stories, people, settings, media, analyze, clock, newId });
  // What was taken away in the last session goes for good; its undo ended with that session.
  const purged = mode === 'write' ? sample.purge().catch((problem: unknown) => log.problem('sample.purge', problem)) : null;
  const begin = makeFirstStart({ library, settings, sample, empty });

  const handlers: Handlers = {
    app: makeAppHandlers({ version: version(), library: dir, door, notices: () => readFile(installed('dist', 'renderer', 'THIRD-PARTY-NOTICES.txt'), 'utf8') }),
    story: makeStoryHandlers({ stories, windows, settings, people, clock, newId, who, emit, touched: () => housekeeping?.touched(), erase: (ids) => housekeeping?.erase(ids) ?? [], recall: (ids) => publishing.recall(ids) }),
    library: makeLibraryHandlers({ library, refresh, who, waitingJobs: () => publishing.waitingJobs(), sample, begin, meta: (id) => stories.meta(id), recall: (ids) => publishing.recall(ids), settings: () => settings.get(), emit }),
    structure: makeStructureHandlers({ analyze, clock }),
    people: makePeopleHandlers({ people, emit }),
    media: makeMediaHandlers(media),
    review: makeReviewHandlers({ stories, windows, clock, who, emit, recall: (ids) => publishing.recall(ids) }),
    export: makeExportHandlers(exportPorts),
    destination: publishing.destination,
    publish: publishing.publish,
    settings: makeSettingsHandlers({ settings, emit }),
  };

  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await purged;
    await publishing.close();
    await analyzer.close();
    windows.close();
    housekeeping?.close();
    media.close();
    storage.value.close();
  };
  log.info('opened', { door, mode });
  if (mode === 'write' && sends) publishing.start();
  return ok({
    library: dir,
    mode,
    dispatch: makeDispatch({ handlers, log, library: dir, mode }),
    subscribe,
    windowCame: windows.came,
    windowGone: windows.gone,
    readMedia: (id, rendition) => media.read(id, rendition),
    storyIds: (prefix) => library.idsStartingWith(prefix),
    preview: (id) => renderPreview(exportPorts, id),
    exports: makeExportTo(exportPorts),
    announceClosing: () => emit('app.closing', {}),
    close: () => (closing ??= close()),
  });
}
