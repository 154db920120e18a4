/** Who may import what: the import law. A room not named in a list may not be imported, and neither may a package that is not. */
export interface Room {
  /** Path prefix below the root, with `/`. */
  readonly path: string;
  /** Rooms it may import from, besides itself. */
  readonly rooms: readonly string[];
  /** Packages it may import: exact names, `scope/*`, or `node:*`. */
  readonly packages: readonly string[];
}

/** The first room whose path fits a file is its room, so narrower paths come first. */
export const rooms: readonly Room[] = [
  { path: 'core/document/', rooms: ['core/'], packages: ['zod', 'lexical', '@lexical/*'] },
  { path: 'core/', rooms: [], packages: ['zod'] },
  { path: 'backend/web/', rooms: ['core/', 'backend/'], packages: ['node:*', 'zod', 'ws'] },
  { path: 'backend/cli/', rooms: ['core/', 'backend/'], packages: ['node:*', 'zod'] },
  { path: 'backend/media/', rooms: ['core/', 'backend/'], packages: ['node:*', 'zod', 'sharp'] },
  { path: 'backend/', rooms: ['core/'], packages: ['node:*', 'zod'] },
  { path: 'portal/', rooms: ['core/'], packages: ['node:*', 'yaml', 'ajv'] },
  { path: 'electron/preload/', rooms: ['core/'], packages: ['electron'] },
  { path: 'electron/main/', rooms: ['core/', 'backend/'], packages: ['node:*', 'zod', 'electron'] },
  { path: 'electron/backend/', rooms: ['core/', 'backend/'], packages: ['node:*', 'zod', 'electron'] },
  { path: 'renderer/', rooms: ['core/', 'core/document/'], packages: ['react', 'react-dom', 'lexical', '@lexical/*', '@base-ui/react', 'use-intl', 'zod', 'dompurify', '@fontsource/*', '@fontsource-variable/*'] },
];

/** Tests and the tools around the house may import anything below them. */
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
export const roomOf = (file: string): Room | null => (isTest(file) ? null : (rooms.find((room) => file.startsWith(room.path)) ?? null));

const fits = (name: string, allowed: string): boolean =>
  allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed || name.startsWith(`${allowed}/`);

/** Why `file` may not import `target` (a path below the root, or a package's name); null when it may. */
export function forbidden(file: string, target: string, isPackage: boolean): string | null {
  const room = roomOf(file);
  if (room === null) return null;
  if (isPackage) {
    return room.packages.some((allowed) => fits(target, allowed)) ? null : `${room.path} may not import the package “${target}”`;
  }
  const other = rooms.find((candidate) => target.startsWith(candidate.path));
  if (/\.test\.tsx?$/.test(target) || target.startsWith('tests/')) return 'nothing outside the tests may import from them';
  if (other === undefined) return target.startsWith('assets/') ? null : `${room.path} may not import from ${target}`;
  if (other.path === room.path) return null;
  // Doors are entered from outside: the rooms behind them never look back.
  const isDoor = other.path === 'backend/web/' || other.path === 'backend/cli/';
  const isBelow = room.rooms.some((allowed) => other.path.startsWith(allowed) && !(allowed === 'core/' && other.path === 'core/document/'));
  const isSameHouse = room.path === 'backend/' && other.path === 'backend/media/';
  const isNamed = room.rooms.includes(other.path);
  return (isBelow && !isDoor) || isSameHouse || isNamed ? null : `${room.path} may not import from ${other.path}`;
}
