import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { readApiDocument } from '#portal/api/api-document.ts';
import { connectionHandlers } from '#portal/api/connection-handlers.ts';
import { mediaHandlers } from '#portal/api/media-handlers.ts';
import { createRouter } from '#portal/api/router.ts';
import { storyHandlers } from '#portal/api/story-handlers.ts';
import { lockDataFolder } from '#portal/data-lock.ts';
import { openReaderRoutes } from '#portal/pages/reader-routes.ts';
import { createRequestListener, malformedRequestAnswer } from '#portal/request-listener.ts';
import { openMediaStore } from '#portal/storage/media-store.ts';
import { openDatabase } from '#portal/storage/open-database.ts';
import { openStoryStore } from '#portal/storage/story-store.ts';
import { openToken } from '#portal/token.ts';

export const defaultPort = 8787;

export interface PortalOptions {
  /** Made when missing. One portal at a time. */
  readonly dataDir: string;
  /** Undefined: 8787, or a free port when that is taken. 0: a free port. */
  readonly port?: number | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly clock?: { readonly now: () => number };
  /** One line per request, without story text or token. Default: none. */
  readonly log?: (line: string) => void;
  /** Folder that holds docs/portal-api.yaml and portal/pages; default: the one this file was loaded from. */
  readonly root?: string;
}

export interface RunningPortal {
  /** Origin without a slash: `http://127.0.0.1:8787`. */
  readonly url: string;
  /** The bearer token; see docs/portal-api.yaml. */
  readonly token: string;
  /** Did this start make the token? */
  readonly isNewToken: boolean;
  /** Ends running requests (at most 5 s), closes the data folder. May be called twice. */
  readonly close: () => Promise<void>;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

const listenWhereAsked = async (server: Server, port: number | undefined): Promise<number> => {
  if (port !== undefined) return listen(server, port);
  return listen(server, defaultPort).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause;
    return listen(server, 0);
  });
};

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 5000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });

/** In the sources this file lies one folder below the root, in the desktop application's bundle two. */
const findRoot = (): string => [join(import.meta.dirname, '..'), join(import.meta.dirname, '..', '..')].find((folder) => existsSync(join(folder, 'docs', 'portal-api.yaml'))) ?? join(import.meta.dirname, '..');

/**
 * Starts the reference portal on 127.0.0.1. Throws DataFolderInUse when another portal runs on `dataDir`, the system's
 * error when an asked-for port is taken (EADDRINUSE), and when document or data cannot be read.
 */
export const startPortal = async ({ dataDir, port, clock = Date, log = () => {}, root = findRoot() }: PortalOptions): Promise<RunningPortal> => {
  const now = (): number => clock.now();
  const document = readApiDocument(await readFile(join(root, 'docs', 'portal-api.yaml'), 'utf8'));
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDataFolder(dataDir);
  const undo: (() => void)[] = [lock.release];
  const release = (): void => undo.splice(0).reverse().forEach((step) => step());
  try {
    const { token, isNew } = await openToken(dataDir);
    const database = openDatabase(dataDir);
    undo.push(() => database.close());
    const media = await openMediaStore(database, dataDir, now);
    const stories = openStoryStore(database, now);

    let url = '';
    const baseUrl = (): string => url;
    const router = createRouter(document, {
      ...connectionHandlers(document.version, now),
      ...mediaHandlers(media, baseUrl),
      ...storyHandlers(stories, media, baseUrl),
    });
    const readers = await openReaderRoutes(stories, media, baseUrl, join(root, 'portal', 'pages'));
    const listener = createRequestListener({ router, readers, token, now, log });
    // Two minutes for a large photo over a slow bus; headers at once.
    const server = createServer({ requestTimeout: 120_000, headersTimeout: 10_000, keepAliveTimeout: 20_000, maxHeaderSize: 16_384 }, listener);
    server.on('checkContinue', listener);
    server.on('clientError', (_cause, socket) => {
      if (socket.writable) socket.end(malformedRequestAnswer);
    });
    url = `http://127.0.0.1:${await listenWhereAsked(server, port)}`;
    lock.announce(url);

    let closing: Promise<void> | null = null;
    const close = (): Promise<void> => {
      closing ??= stop(server).then(release);
      return closing;
    };
    return { url, token, isNewToken: isNew, close };
  } catch (cause) {
    release();
    throw cause;
  }
};
