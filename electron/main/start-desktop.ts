import { app } from 'electron';
import { libraryFolder } from '#backend/storage/library-folder.ts';
import { makeDialogs } from './dialogs.ts';
import { parseLaunch } from './launch.ts';
import { profileFolder } from './profile.ts';
import { runDesktop } from './run-desktop.ts';
import { registerSchemes } from './schemes.ts';
import { isUnsandboxed } from './unsandboxed.ts';

/** The same as in the packages: Windows ties jump list and windows to it. */
export const appId = 'vn.toasoan.desktop';

/** The desktop application: what Electron needs before it is ready, then everything else. */
export function startDesktop(): void {
  app.enableSandbox();
  app.setAppUserModelId(appId);
  registerSchemes();
  if (isUnsandboxed({ isPackaged: app.isPackaged, argv: process.argv })) {
    void app.whenReady().then(() => {
      makeDialogs(() => 'vi').tellUnsandboxed();
      app.exit(1);
    });
    return;
  }
  const launch = parseLaunch(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
  const library = libraryFolder(launch.library);
  app.setPath('userData', profileFolder(app.getPath('userData'), library, libraryFolder(null)));
  const ask = { files: [...launch.files], story: launch.story, newStory: launch.newStory };
  if (!app.requestSingleInstanceLock(ask)) {
    // The one that runs has been told; its window comes to the front.
    app.quit();
    return;
  }
  const earlyFiles: string[] = [];
  app.on('open-file', (event, path) => {
    event.preventDefault();
    earlyFiles.push(path);
  });
  void app.whenReady().then(() => runDesktop(library, { ...launch, files: [...launch.files, ...parseLaunch(earlyFiles, '/').files] }));
}
