import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, ipcMain, Menu, nativeTheme, powerMonitor, safeStorage, session, shell } from 'electron';
import { installed } from '#backend/host/installation.ts';
import { makeStaticFiles } from '#backend/pages/static-files.ts';
import { desktop } from '#core/contract/desktop-bridge.ts';
import type { Appearance, MenuBar, Recent, SavedExport } from '#core/contract/desktop.ts';
import { answerApp, answerMediaScheme } from './app-pages.ts';
import { makeAskLink } from './ask-link.ts';
import { makeBackendLink } from './backend-link.ts';
import { contextMenu } from './context-menu.ts';
import { defaultAppearance } from './default-appearance.ts';
import { DesktopWindows } from './desktop-windows.ts';
import { makeDialogs } from './dialogs.ts';
import { hardenContents, hardenSession } from './harden.ts';
import { dockMenu, jumpList } from './jump-list.ts';
import { parseLaunch } from './launch.ts';
import type { Launch } from './launch.ts';
import { makeLeaving } from './leaving.ts';
import { openMemoryFile } from './memory-file.ts';
import { menuTemplate } from './menu-template.ts';
import { readOpenings } from './openings.ts';
import { makePrograms, startBackend } from './processes.ts';
import { makeRouter } from './router.ts';
import { makeSaveExport } from './save-export.ts';
import { savePdf } from './save-pdf.ts';
import { handleSchemes } from './schemes.ts';
import { answerSeal } from './seals.ts';
import { makeWindowActs } from './window-acts.ts';

/** Milliseconds the library has to close its files. */
const closePatience = 5_000;

/** The application once Electron is ready. Only wiring; what decides stands in its own file. */
export function runDesktop(library: string, launch: Launch): void {
  const isDevelopment = !app.isPackaged;
  const memory = openMemoryFile(join(app.getPath('userData'), 'windows.json'));
  let appearance: Appearance = memory.get().appearance ?? defaultAppearance(nativeTheme.shouldUseDarkColors);
  nativeTheme.themeSource = appearance.theme;
  const dialogs = makeDialogs(() => appearance.language);
  const programs = makePrograms();

  const backend = makeBackendLink({
    library,
    empty: launch.empty ?? false,
    start: startBackend,
    now: () => Date.now(),
    after: (ms, then) => void setTimeout(then, ms),
    onPush: (name, data) => windows.tellAll({ kind: 'push', name, data }),
    onLink: (link) => windows.tellAll({ kind: 'link', link }),
    onGiveUp: (error) => {
      dialogs.tellGone(error);
      app.exit(1);
    },
    onEnded: () => programs.endAll(),
    lend: (question, answer) => {
      if (question.kind === 'can-seal' || question.kind === 'seal' || question.kind === 'unseal') {
        void answerSeal(question, safeStorage, process.platform).then((lent) => answer({ kind: 'lent', number: question.number, ...lent }));
      } else programs.asked(question, answer);
    },
  });

  const windows = new DesktopWindows({
    preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
    isDevelopment,
    memory: () => memory.get(),
    remember: (change) => memory.change(change),
    appearance: () => appearance,
    onCame: (id) => backend.windowHere(id, true),
    onGone: (id) => {
      bars.delete(id);
      backend.windowHere(id, false);
    },
    onFocus: (id) => showMenu(id),
    onPageGone: () => dialogs.tellPageGone(),
    onContextMenu: (id, window, flags) => {
      const template = contextMenu(bars.get(id) ?? null, flags);
      if (template.length > 0) Menu.buildFromTemplate([...template]).popup({ window });
    },
    askToLose: (window) => dialogs.askToLose(window),
    onAllGone: () => {
      if (process.platform !== 'darwin') void leaving.leave();
    },
    announce: (id) => windows.tell(id, { kind: 'push', name: 'app.closing', data: '{}' }),
    onSessionEnd: () => leaving.flushNow(),
  });

  let mayQuit = false;
  const leaving = makeLeaving({
    windows: () => windows.ids(),
    announce: () => backend.announceClosing(),
    flushed: (id) => windows.flushed(id),
    closeWindows: () => windows.closeAll(),
    closeBackend: () => backend.close(closePatience),
    exit: () => {
      mayQuit = true;
      app.quit();
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });

  const front = (): string => windows.front()?.id ?? windows.open();
  const take = async (asked: Launch): Promise<void> => {
    const openings = await readOpenings(asked, (path) => backend.readText(path));
    const id = front();
    windows.show(id);
    for (const opened of openings) windows.deliver(id, opened);
  };
  const askLink = makeAskLink({ ask: (link, isMail) => dialogs.askLink(windows.front()?.window ?? null, link, isMail), open: (href) => shell.openExternal(href), ownPortals: () => programs.portals() });
  const saveExport = makeSaveExport({
    backend,
    askWhere: (proposed, as) => dialogs.askWhere(windows.front()?.window ?? null, proposed, as),
    folder: () => memory.get().exportFolder ?? app.getPath('documents'),
    remember: (exportFolder) => memory.change({ exportFolder }),
  });
  const saveDraft = async (windowId: string, name: string): Promise<SavedExport> => {
    const window = windows.find(windowId);
    const saved = await savePdf(name, {
      askWhere: (proposed) => dialogs.askWhere(window, proposed, 'pdf'),
      // The page's own measures: A4, its margins and what stands in them.
      print: () => (window === null || window.isDestroyed() ? Promise.reject(new Error('the window is gone')) : window.webContents.printToPDF({ preferCSSPageSize: true })),
      folder: () => memory.get().exportFolder ?? app.getPath('documents'),
      remember: (exportFolder) => memory.change({ exportFolder }),
    });
    if (saved.kind === 'saved') saveExport.note(saved.path);
    return saved;
  };

  const paint = (next: Appearance): void => {
    appearance = next;
    memory.change({ appearance: next });
    nativeTheme.themeSource = next.theme;
    windows.paint(next);
  };
  const run = (commandId: string): void => {
    const id = windows.front()?.id;
    if (id !== undefined) windows.tell(id, { kind: 'command', id: commandId });
  };
  const bars = new Map<string, MenuBar>();
  let menu: Menu | null = null;
  // Each window has its own commands: the menu is that of the one in front.
  const showMenu = (windowId: string): void => {
    const bar = bars.get(windowId);
    if (bar === undefined) return;
    menu = Menu.buildFromTemplate(menuTemplate(bar, { platform: process.platform, appName: 'Tòa Soạn', run }));
    Menu.setApplicationMenu(menu);
  };
  const setRecent = (recent: Recent): void => {
    if (process.platform === 'win32') app.setJumpList(jumpList(recent, process.execPath));
    if (process.platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(dockMenu(recent, { newStory: () => void take({ library: null, files: [], story: null, newStory: true }), story: (story) => void take({ library: null, files: [], story, newStory: false }) })));
  };
  const acts = makeWindowActs({
    isDevelopment,
    open: () => void windows.open(),
    leave: () => void leaving.leave(),
    onZoom: (zoom) => {
      memory.change({ zoom });
      windows.paint(appearance);
    },
  });

  const router = makeRouter({
    hello: (windowId) => ({ windowId, link: backend.link(), platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux', isDevelopment }),
    call: (windowId, name, body) => backend.call(windowId, name, body),
    ready: (windowId) => windows.ready(windowId),
    flushed: (windowId) => windows.hasFlushed(windowId),
    menu: (windowId, bar) => {
      bars.set(windowId, bar);
      if (menu === null || windows.front()?.id === windowId) showMenu(windowId);
    },
    appearance: paint,
    recent: setRecent,
    act: (windowId, wish) => acts(windows.find(windowId), wish),
    openMenu: (windowId, x, y) => {
      const window = windows.find(windowId);
      if (window !== null) menu?.popup({ window, x, y });
    },
    saveExport: (_windowId, storyId, as) => saveExport.save(storyId, as),
    savePdf: saveDraft,
    showFile: (path) => {
      if (saveExport.isOurs(path)) shell.showItemInFolder(path);
    },
    openLink: (_windowId, url) => void askLink(url),
  });
  ipcMain.handle(desktop.askChannel, (event, message: unknown) => router(windows.senderOf(event.senderFrame, event.sender.id), message));

  hardenSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, (url) => void askLink(url)));
  const files = makeStaticFiles(installed('dist', 'renderer'));
  handleSchemes((request) => answerApp(request, files), (request) => answerMediaScheme(request, (path) => backend.page(path)));

  app.on('second-instance', (_event, _argv, _folder, data) => void take(secondLaunch(data)));
  app.removeAllListeners('open-file');
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void take(parseLaunch([path], '/'));
  });
  app.on('activate', () => windows.show(front()));
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    if (mayQuit) return;
    event.preventDefault();
    void leaving.leave();
  });
  powerMonitor.on('shutdown', () => void leaving.leave());

  backend.start();
  windows.open();
  void take(launch);
}

/** What another start sent us; it is ours, but came through the system. */
function secondLaunch(data: unknown): Launch {
  const { files, story, newStory } = (typeof data === 'object' && data !== null ? data : {}) as { readonly files?: unknown; readonly story?: unknown; readonly newStory?: unknown };
  const given = Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : [];
  return parseLaunch([...given, ...(typeof story === 'string' ? [`--story=${story}`] : []), ...(newStory === true ? ['--new-story'] : [])], process.cwd());
}
