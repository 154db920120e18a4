import { app } from './app.ts';
import { BrowserWindow, findWindow } from './browser-window.ts';
import { invoke, ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { preventable } from './preventable.ts';
import { fetchScheme, protocol } from './protocol.ts';
import { forgetScripts, records, script } from './records.ts';
import { answerScreen } from './screen-link.ts';
import { defaultSession, session } from './session.ts';
import { dialog, nativeTheme, powerMonitor, safeStorage, screen, setKeychain, shell } from './system.ts';
import { processes, utilityProcess } from './utility-process.ts';
import type { Drive, Question } from '../wire.ts';

function drive(wish: Drive): unknown {
  switch (wish.kind) {
    case 'menu':
      return Menu.current?.lines() ?? null;
    case 'click-menu':
      return Menu.current?.click(wish.path);
    case 'answer-dialog':
      return script(wish.dialog, wish.answer);
    case 'forget-dialogs':
      return forgetScripts();
    case 'records':
      return records;
    case 'windows':
      return BrowserWindow.getAllWindows().map((window) => window.sight());
    case 'resize':
      return findWindow(wish.window)?.setBounds(wish.bounds);
    case 'click-close':
      return findWindow(wish.window)?.close();
    case 'processes':
      return processes();
    case 'shutdown':
      return void powerMonitor.emit('shutdown');
    case 'quit':
      return app.quit();
    case 'keychain':
      return setKeychain(wish.backend);
  }
}

/** True: it may go on. */
function mayNavigate({ window, url, isTop }: Extract<Question, { kind: 'navigate' }>): boolean {
  const contents = findWindow(window)?.webContents;
  const event = preventable({ url, isMainFrame: isTop, isSameDocument: false });
  contents?.emit('will-frame-navigate', event);
  if (isTop && !event.defaultPrevented) contents?.emit('will-navigate', event);
  if (isTop && !event.defaultPrevented) contents?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
  return !event.defaultPrevented;
}

function mayAttach(window: number): boolean {
  const event = preventable({});
  findWindow(window)?.webContents.emit('will-attach-webview', event, {}, {});
  return !event.defaultPrevented;
}

function mayStay(window: number): boolean {
  const event = preventable({});
  findWindow(window)?.webContents.emit('will-prevent-unload', event);
  return !event.defaultPrevented;
}

answerScreen((question) => {
  switch (question.kind) {
    case 'invoke':
      return invoke(question.window, question.frame, question.channel, question.args);
    case 'fetch':
      return fetchScheme(question.url, question.method, question.headers);
    case 'request':
      return defaultSession.mayRequest(question.url);
    case 'navigate':
      return mayNavigate(question);
    case 'open-window':
      return findWindow(question.window)?.webContents.judgeWindow(question.url) ?? 'allow';
    case 'attach-webview':
      return mayAttach(question.window);
    case 'prevent-unload':
      return mayStay(question.window);
    case 'download':
      return defaultSession.mayDownload(findWindow(question.window)?.webContents ?? {});
    case 'permission':
      return defaultSession.mayUse(question.permission, question.origin);
    case 'drive':
      return drive(question.drive);
  }
});

export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess };
