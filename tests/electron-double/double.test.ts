import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { originOf, policyToChromium, toChromium, toElectron } from './screen/addresses.ts';
import { strict } from './strict.ts';

const exported = (file: string): readonly string[] => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  return [...text.matchAll(/^export (?:const (\w+)|\{([^}]*)\});?/gmu)].flatMap(([, one, many]) => one ?? (many ?? '').split(',').map((name) => name.trim()));
};

describe('the double', () => {
  test('has at most 25 of Electron’s names', () => {
    const names = [...exported('main/electron.ts'), ...exported('backend/electron.ts'), 'contextBridge', 'ipcRenderer'];
    expect(names).toContain('BrowserWindow');
    expect(names).toContain('net');
    expect(new Set(names).size).toBeLessThanOrEqual(25);
  });

  test('says by name what it has not', () => {
    const app = strict('app', { quit: () => undefined });
    expect(app.quit()).toBeUndefined();
    expect(() => (app as unknown as { getLocale(): string }).getLocale()).toThrow('the double has no app.getLocale');
  });

  test('imports nothing of the application’s: it would test itself', () => {
    const files = readdirSync(import.meta.dirname, { recursive: true }).map(String).filter((name) => name.endsWith('.ts'));
    for (const file of files) expect(readFileSync(join(import.meta.dirname, file), 'utf8')).not.toMatch(/from '#(?:electron|backend|renderer|core)\//u);
  });
});

describe('addresses', () => {
  test.each([
    ['app://toasoan/', 'https://toasoan.app.invalid/'],
    ['app://toasoan/assets/a.js?x#y', 'https://toasoan.app.invalid/assets/a.js?x#y'],
    ['media://toasoan/preview/1', 'https://toasoan.media.invalid/preview/1'],
    ['https://example.com/app://toasoan/', 'https://example.com/app://toasoan/'],
  ])('%s', (ours, given) => {
    expect(toChromium(ours)).toBe(given);
    expect(toElectron(given)).toBe(ours);
  });

  test('origins are Electron’s', () => {
    expect(originOf('https://toasoan.app.invalid/a')).toBe('app://toasoan');
    expect(originOf('https://toasoan.app.invalid.example.com/a')).toBe('https://toasoan.app.invalid.example.com');
    expect(originOf('about:blank')).toBe('null');
  });

  test('a policy’s schemes become hosts, its words stay', () => {
    expect(policyToChromium("img-src 'self' media: blob: data:; frame-src media:; frame-ancestors app:")).toBe("img-src 'self' https://*.media.invalid blob: data:; frame-src https://*.media.invalid; frame-ancestors https://*.app.invalid");
  });
});
