import { readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { refusal } from './reply.ts';
import type { Reply } from './reply.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const isText = (type: string): boolean => type.startsWith('text/') || type.startsWith('application/json') || type === 'image/svg+xml';

/** Vite writes a hash of the content into these names, so a name never changes its meaning. */
const hashedName = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
/** Below this many bytes packing costs more than it saves. */
const worthPacking = 1024;

export interface StaticFiles {
  /** `path` as it stands in the request, before any decoding; null when no such file was built. */
  find(path: string, acceptEncoding: string): Promise<Reply | null>;
}

/**
 * The built renderer. What can be asked for is listed beforehand, from what really lies in the folder: a path that is not in the
 * list is not looked for on disk, so no spelling of `..` leads anywhere. A link that leads out of the folder is left out.
 */
export function makeStaticFiles(folder: string): StaticFiles {
  let files = listFiles(folder);
  let built = builtAt(folder);
  const packed = new Map<string, Promise<Buffer>>();
  const pack = async (path: string, file: string): Promise<Buffer> => await promisify(gzip)(await readFile(file), { level: 6 }).catch((problem: unknown) => {
    packed.delete(path);
    throw problem;
  });
  return {
    async find(path, acceptEncoding) {
      const name = path === '/' ? '/index.html' : path;
      // Built anew while we run: the new page names files that the old list doesn't know.
      if (name === '/index.html' && builtAt(folder) !== built) {
        files = listFiles(folder);
        built = builtAt(folder);
      }
      const file = files.get(name);
      if (file === undefined) return name === '/index.html' ? refusal(503) : null;
      const type = types[extname(name)] ?? 'application/octet-stream';
      const headers: Record<string, string> = { 'content-type': type };
      if (hashedName.test(name)) headers['cache-control'] = 'private, max-age=31536000, immutable';
      if (!isText(type) || statSync(file).size < worthPacking) return { status: 200, headers, body: await readFile(file) };
      headers['vary'] = 'accept-encoding';
      // Built once and kept: a forwarded port is a real network, and decoding is all but free on this machine.
      if (!/\bgzip\b/.test(acceptEncoding) || !hashedName.test(name)) return { status: 200, headers, body: await readFile(file) };
      const body = packed.get(name) ?? pack(name, file);
      packed.set(name, body);
      return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: await body };
    },
  };
}

const builtAt = (folder: string): number | null => statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? null;

function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return files;
  const root = realpathSync(folder);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const real = realpathSync(path);
    if (!real.startsWith(root + sep) || !statSync(real).isFile() || entry.name.startsWith('.') || extname(entry.name) === '.map') continue;
    files.set(`/${relative(root, path).split(sep).map(encodeURIComponent).join('/')}`, real);
  }
  return files;
}
