// `npm start`: builds what is missing or older than its sources, then opens the desktop door where Electron's program is or can be
// had, else the browser door. `--electron` tries the download again, `--browser` asks for the browser door; the rest is the door's.
import process from 'node:process';
import { hasDisplay } from '../backend/web/find-browser.ts';
import { buildIfOlder } from './fresh.mjs';
import { chooseDoor, explain } from './launch/choose-door.ts';
import { downloadMemory } from './launch/download-memory.ts';
import { electronSource, isArchiveKept, probe } from './launch/electron-source.ts';
import { clearHalfInstalled, electronPackage, electronVersion, findElectron } from './launch/find-electron.ts';
import { installElectron } from './launch/install-electron.ts';
import { openElectron } from './launch/open-electron.ts';
import { readWish } from './launch/read-wish.ts';
import { inRoot, root } from './steps.mjs';

const say = (text) => process.stderr.write(text);

const { wish, rest } = readWish(process.argv.slice(2));
const packageDir = electronPackage(root);
const source = packageDir === null ? null : electronSource({ version: electronVersion(packageDir), env: process.env, platform: process.platform, arch: process.arch });

const choosing = chooseDoor(wish, {
  find: () => findElectron(packageDir),
  source,
  isArchiveKept: (archive) => isArchiveKept(archive, { env: process.env, platform: process.platform }),
  probe,
  install: () => {
    say(`Tòa Soạn: đang tải Electron (chỉ một lần) / downloading Electron, this happens once: ${source.host}\n`);
    const progress = (bytes) => process.stderr.isTTY && say(`\r  ${Math.round(bytes / 1e6)} MB `);
    return installElectron({ packageDir, scratchDir: inRoot('.cache', 'electron-download'), progress }).finally(() => process.stderr.isTTY && say('\n'));
  },
  clearHalfInstalled: () => clearHalfInstalled(packageDir),
  memory: downloadMemory(inRoot('.cache', 'electron-download.json')),
  hasDisplay,
});
// The source's three seconds, where they are needed, pass while the screens are built.
buildIfOlder('screens');

const choice = await choosing;
if (choice.door === 'electron') {
  buildIfOlder('application');
  const end = await openElectron({ program: choice.program, app: root, args: rest, platform: process.platform, isRoot: process.getuid?.() === 0 });
  if (!end.isAtOnce) process.exit(end.code);
  say(`Electron không mở được trên máy này (mã ${end.code}): mở bằng trình duyệt. / Electron could not open on this machine (code ${end.code}): opening in the browser.\n`);
} else if (choice.why !== null) say(explain(choice.why));

const { main } = await import('../backend/web/main.ts');
await main(rest);
