import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import { errorSentence } from '#core/contract/errors.ts';
import type { WireError } from '#core/contract/errors.ts';
import { openLibrary } from '../host/compose.ts';
import type { Host } from '../host/host.ts';
import { systemClock, systemRandom } from '../host/system-ports.ts';
import { libraryFolder } from '../storage/library-folder.ts';
import { writeOwner } from '../storage/owner-file.ts';
import { forgetDoor, recallDoor, rememberDoor } from './door-memory.ts';
import { findBrowser, hasDisplay } from './find-browser.ts';
import { openWindow } from './open-window.ts';
import { findRunningDoor } from './running-door.ts';
import type { RunningDoor } from './running-door.ts';
import { parseStartArguments, usage } from './start-arguments.ts';
import { startWebDoor } from './start-web-door.ts';
import type { WebDoor, WebDoorOptions } from './start-web-door.ts';

/** Stable, so that a bookmark and a forwarded port keep working; not one that browsers block or others commonly take. */
const usualPort = 8419;

const say = (text: string): void => void process.stdout.write(text);
const complain = (text: string): void => void process.stderr.write(text);

const showAddress = (url: string): void =>
  say(`\nTòa Soạn đang chạy. Mở địa chỉ này trong trình duyệt. / Tòa Soạn is running. Open this address in a browser:\n\n  ${url}\n\n`);

/** The ports in their order; a port that was asked for is the only one. */
async function startOnSomePort(options: WebDoorOptions, ports: readonly number[]): Promise<WebDoor | null> {
  for (const port of ports) {
    try {
      return await startWebDoor({ ...options, port });
    } catch (problem) {
      const isTaken = problem instanceof Error && 'code' in problem && (problem.code === 'EADDRINUSE' || problem.code === 'EACCES');
      if (!isTaken) throw problem;
    }
  }
  return null;
}

/** Opens an app window where one can be seen. `url` should be good for one opening only: it stands in the browser's command line. */
async function openIfWanted(wanted: boolean | null, url: string): Promise<void> {
  if (!(wanted ?? hasDisplay())) return;
  const browser = findBrowser();
  if (browser !== null && (await openWindow(browser, url))) return;
  complain('Không mở được cửa sổ: không có Chrome, Edge hay Chromium. Hãy mở địa chỉ trên. / No window: no Chrome, Edge or Chromium. Open the address above.\n');
}

/** The library for ourselves, or the door of whoever has it. A command line may hold it for a moment: then it is tried again. */
async function openOrFindRunning(dir: string, empty: boolean, tries = 12): Promise<Result<Host | RunningDoor, WireError>> {
  const opened = openLibrary({ dir, door: 'browser', empty });
  if (opened.ok || opened.error.code !== 'library.locked') return opened;
  const running = await findRunningDoor(dir);
  if (running !== null) return ok(running);
  if (tries <= 1) return opened;
  await wait(250);
  return await openOrFindRunning(dir, empty, tries - 1);
}

/** `npm start`: opens the library and the browser door, stays until Ctrl+C. With an owner running, shows that one and ends. */
export async function main(args: readonly string[]): Promise<void> {
  const parsed = parseStartArguments(args);
  if (!parsed.ok) {
    complain(`${parsed.error}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { port, allowHosts, open, empty } = parsed.value;
  const dir = libraryFolder(parsed.value.library);

  const opened = await openOrFindRunning(dir, empty);
  if (!opened.ok) {
    complain(`${errorSentence(opened.error, 'vi')}\n${errorSentence(opened.error, 'en')}\n`);
    process.exitCode = 1;
    return;
  }
  if ('oneTimeUrl' in opened.value) {
    showAddress(opened.value.url);
    await openIfWanted(open, opened.value.oneTimeUrl);
    return;
  }
  const host = opened.value;

  // The first start of all brings the sample newsroom, which takes about as long as a browser does to open.
  void host.dispatch('library.begin', {}, { windowId: '' });

  const memory = recallDoor(dir);
  const options: WebDoorOptions = {
    host,
    rendererDir: join(import.meta.dirname, '..', '..', 'dist', 'renderer'),
    allowHosts,
    clock: systemClock,
    random: systemRandom,
    log: (line) => complain(`${line}\n`),
    ...(memory === null ? {} : { sessionSecret: memory.sessionSecret }),
  };
  const door = await startOnSomePort(options, port === null ? [...(memory === null ? [] : [memory.port]), usualPort, 0] : [port]);
  if (door === null) {
    await host.close();
    complain(`Cổng ${port} đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port. / Port ${port} is taken. Choose another with --port.\n`);
    process.exitCode = 1;
    return;
  }
  writeOwner(dir, { url: door.url, token: door.ownerToken, pid: process.pid, startedAt: systemClock.now() });
  rememberDoor(dir, { port: door.port, sessionSecret: door.sessionSecret });

  showAddress(door.url);
  for (const name of allowHosts) say(`  hoặc / or  http://${name}/${new URL(door.url).hash}\n`);
  say('Enter: in lại địa chỉ / show the address again · Ctrl+C: đóng / quit\n');

  let isClosing = false;
  const quit = async (): Promise<void> => {
    // The launcher passes on what the terminal has sent already: every signal after the first changes nothing.
    if (isClosing) return;
    isClosing = true;
    await door.close();
    forgetDoor(dir);
    await host.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void quit());
  process.stdin.on('data', () => showAddress(door.url));
  // A terminal that goes away takes its input with it; SIGHUP says what there is to do.
  process.stdin.on('error', () => process.stdin.destroy());

  await openIfWanted(open, door.oneTimeUrl());
}

if (import.meta.main) await main(process.argv.slice(2));
