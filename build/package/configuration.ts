import type { Configuration } from 'electron-builder';

/** Who stands behind the packages. A newsroom that signs puts its certificate's own name here: Windows shows it, and updates are compared with it. */
export const publisher = { name: 'Tòa Soạn', mail: 'toasoan@toasoan.invalid', homepage: 'https://toasoan.invalid/' };

/** What is bundled already, or nobody runs, out of what npm calls production. */
const leftOut = [
  // Node 24 for the source tree: Electron brings its own.
  '!node_modules/node-*{,/**}',
  '!node_modules/sharp/{src,install}{,/**}',
  '!node_modules/@img/*/lib/{include,glib-2.0}{,/**}',
  '!node_modules/semver/bin{,/**}',
  '!**/*.{map,ts,mts,cts,tsx,test.js}',
  // libvips' own stay: its licence is in them.
  '!node_modules/{sharp,semver,detect-libc}/**/*.{md,markdown}',
];

const handOff = { ext: 'toasoan' };
const handOffName = 'Tệp chuyển bài Tòa Soạn · Tòa Soạn hand-off file';

/**
 * How the packages are made. Everything is named in ASCII where it becomes a path or a program (macOS finds its helpers, AppArmor its
 * profile by that name) and in Vietnamese where people read it.
 */
export const configuration: Configuration = {
  appId: 'vn.toasoan.desktop',
  productName: 'Toa Soan',
  copyright: publisher.name,
  directories: { output: 'release', buildResources: '.cache/package' },
  extraMetadata: { homepage: publisher.homepage, desktopName: 'toasoan.desktop' },

  files: ['package.json', 'dist/electron/**', 'dist/renderer/**', 'assets/sample-newsroom/**', 'assets/fonts/*.txt', 'assets/icons/*.txt', ...leftOut],
  asar: true,
  // A system's loader opens libraries from real files only.
  asarUnpack: ['node_modules/@img/**', 'node_modules/sharp/**'],
  // sharp comes built for every system; nothing else is native.
  npmRebuild: false,
  allowMissingDependencies: false,
  electronLanguages: ['en-US', 'vi'],
  compression: 'maximum',
  // Nothing looks for updates by itself.
  publish: null,

  /** Seven set; the V8 snapshot's stays off and WebAssembly's trap handlers on, as Electron has them. */
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },

  win: {
    target: ['nsis', 'portable'],
    icon: 'icon.ico',
    executableName: 'toasoan',
    signtoolOptions: { publisherName: publisher.name },
    // The name is a key of the registry here; people read the description.
    fileAssociations: [{ ...handOff, name: 'Toasoan.HandOff', description: handOffName, icon: 'document.ico' }],
  },
  // For the reporter alone, in one click and without an administrator; `perMachine` below is for everyone at the computer.
  nsis: { oneClick: true, perMachine: false, shortcutName: 'Tòa Soạn', uninstallDisplayName: 'Tòa Soạn', deleteAppDataOnUninstall: false, differentialPackage: false, installerLanguages: ['vi_VN', 'en_US'], artifactName: 'toasoan-${version}-windows-${arch}-setup.${ext}' },
  portable: { artifactName: 'toasoan-${version}-windows-${arch}-portable.${ext}', requestExecutionLevel: 'user' },

  mac: {
    target: ['dmg', 'zip'],
    icon: 'icon.icns',
    category: 'public.app-category.productivity',
    executableName: 'toasoan',
    hardenedRuntime: true,
    darkModeSupport: true,
    minimumSystemVersion: '13.0',
    extendInfo: { CFBundleDisplayName: 'Tòa Soạn', CFBundleDevelopmentRegion: 'vi', CFBundleLocalizations: ['vi', 'en'] },
    // Plain text may be dropped on the icon; it stays with the program that has it.
    fileAssociations: [
      { ...handOff, name: handOffName, role: 'Editor', icon: 'document.icns' },
      { ext: 'txt', name: 'Văn bản · Plain text', role: 'Viewer', rank: 'Alternate' },
    ],
    artifactName: 'toasoan-${version}-macos-${arch}.${ext}',
  },

  linux: {
    target: ['AppImage', 'deb'],
    icon: 'icons',
    executableName: 'toasoan',
    category: 'Office',
    maintainer: `${publisher.name} <${publisher.mail}>`,
    vendor: publisher.name,
    synopsis: 'Soạn tin, bài và gửi lên cổng của tòa soạn',
    description: 'Soạn tin, bài và gửi lên cổng của tòa soạn, có mạng hay không có mạng.',
    syncDesktopName: true,
    // Said, so that no version of the packager adds a switch of its own.
    executableArgs: [],
    desktop: { entry: { Name: 'Tòa Soạn', 'Comment[en]': 'Write stories and send them to the newsroom’s site', Keywords: 'báo;tin;bài;tòa soạn;news;', StartupWMClass: 'toasoan' } },
    fileAssociations: [{ ...handOff, name: handOffName, description: handOffName, mimeType: 'application/vnd.toasoan' }],
    mimeTypes: ['text/plain'],
    artifactName: 'toasoan-${version}-linux-${arch}.${ext}',
  },
  deb: { packageName: 'toasoan', packageCategory: 'editors' },
};

/** The second Windows installer, for everyone at the computer: asks for an administrator, writes where a program of the user can't. */
export const perMachine: Configuration = {
  ...configuration,
  win: { ...configuration.win, target: ['nsis'] },
  nsis: { ...configuration.nsis, oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true, artifactName: 'toasoan-${version}-windows-${arch}-setup-everyone.${ext}' },
};
