import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startPortal } from '#portal/server.ts';

export interface TestPortal {
  readonly url: string;
  readonly token: string;
  /** What readers get, as text without markup and with single spaces. Null: no such page. */
  page(url: string): Promise<string | null>;
  /** As the API tells it. */
  story(id: string): Promise<{ readonly status: string; readonly publishedRevisionId: string | null; readonly url: string | null; readonly revisions: readonly unknown[] } | null>;
  put(path: string, body: unknown): Promise<number>;
  /** Straight from the portal's own database. */
  counts(): { readonly stories: number; readonly published: number; readonly media: number };
  close(): Promise<void>;
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'", '&amp;': '&' };
const visible = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|apos|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

/** The real reference portal in a temporary folder, or on one that is there already. */
export async function openPortal({ dataDir: given, port = 0 }: { readonly dataDir?: string; readonly port?: number } = {}): Promise<TestPortal> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'toasoan-portal-')));
  const portal = await startPortal({ dataDir, port });
  const headers = { authorization: `Bearer ${portal.token}` };
  return {
    url: portal.url,
    token: portal.token,
    async page(url) {
      const answer = await fetch(url, { headers: { accept: 'text/html' } });
      return answer.status === 200 ? visible(await answer.text()) : null;
    },
    async story(id) {
      const answer = await fetch(`${portal.url}/api/v1/stories/${id}`, { headers });
      return answer.status === 200 ? ((await answer.json()) as Awaited<ReturnType<TestPortal['story']>>) : null;
    },
    async put(path, body) {
      const answer = await fetch(`${portal.url}/api/v1${path}`, { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      await answer.arrayBuffer();
      return answer.status;
    },
    counts() {
      const database = new DatabaseSync(join(dataDir, 'portal.sqlite'), { readOnly: true });
      try {
        const count = (sql: string): number => Number(database.prepare(sql).get()?.['n']);
        return {
          stories: count('SELECT count(*) AS n FROM story'),
          published: count("SELECT count(*) AS n FROM story WHERE status = 'published'"),
          media: count('SELECT count(*) AS n FROM media'),
        };
      } finally {
        database.close();
      }
    },
    async close() {
      await portal.close();
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
