import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { findRawColours } from './check-styles.ts';
import { importLaw } from './import-law.ts';
import { noUntranslated } from './no-untranslated.ts';

const newRoot = (): string => mkdtempSync(join(tmpdir(), 'toasoan-lint-'));

function lint(file: string, code: string, root = newRoot()): readonly string[] {
  const linter = new Linter({ cwd: root });
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { house: { rules: { 'import-law': importLaw, 'no-untranslated': noUntranslated } } },
        rules: { 'house/import-law': ['error', { root }], 'house/no-untranslated': 'error' },
      },
    ],
    { filename: join(root, file) },
  );
  return messages.map((message) => message.message);
}

describe('the import law', () => {
  it.each([
    ['core/story/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['core/story/a.ts', "import { open } from '#backend/storage/db.ts';"],
    ['core/story/a.ts', "import { $getRoot } from 'lexical';"],
    ['core/story/a.ts', "import { thing } from '#core/document/nodes.ts';"],
    ['backend/storage/a.ts', "import { useState } from 'react';"],
    ['backend/storage/a.ts', "import { startWebDoor } from '#backend/web/start-web-door.ts';"],
    ['backend/cli/a.ts', "import { startPortal } from '#portal/server.ts';"],
    ['backend/host/a.ts', "import sharp from 'sharp';"],
    ['portal/a.ts', "import { openDb } from '#backend/storage/db.ts';"],
    ['renderer/app/a.tsx', "import { openDb } from '#backend/storage/db.ts';"],
    ['renderer/app/a.tsx', "import { readFile } from 'node:fs';"],
    ['renderer/app/a.tsx', "const late = () => import('#backend/storage/db.ts');"],
    ['renderer/app/a.tsx', "export { openDb } from '#backend/storage/db.ts';"],
    ['backend/host/a.ts', "import { app } from 'electron';"],
    ['renderer/app/a.tsx', "import { ipcRenderer } from 'electron';"],
    ['electron/main/a.ts', "import { Root } from '#renderer/app/root.tsx';"],
    ['electron/main/a.ts', "import { startWebDoor } from '#backend/web/start-web-door.ts';"],
    ['electron/main/a.ts', "import { makeChromiumNetwork } from '#electron/backend/chromium-network.ts';"],
    ['electron/preload/a.ts', "import { readFile } from 'node:fs';"],
    ['electron/preload/a.ts', "import { openLibrary } from '#backend/host/compose.ts';"],
    ['core/story/a.ts', "import { it } from '#tests/it.ts';"],
    ['renderer/editor/extensions/x/a.ts', "import { t } from '../../words.ts';"],
  ])('refuses, in %s: %s', (file, code) => {
    expect(lint(file, code)).toHaveLength(1);
  });

  it.each([
    ['core/story/a.ts', "import { ok } from '#core/base/result.ts';"],
    ['core/document/a.ts', "import { $getRoot } from 'lexical';"],
    ['backend/web/a.ts', "import { WebSocketServer } from 'ws';"],
    ['electron/main/a.ts', "import { makeStaticFiles } from '#backend/pages/static-files.ts';"],
    ['electron/backend/a.ts', "import { openLibrary } from '#backend/host/compose.ts';"],
    ['backend/handlers/a.ts', "import { openDb } from '#backend/storage/db.ts';"],
    ['renderer/editor/a.ts', "import { FieldNode } from '#core/document/nodes/field/node.ts';"],
    ['core/story/a.test.ts', "import { readFileSync } from 'node:fs';"],
  ])('allows, in %s: %s', (file, code) => {
    expect(lint(file, code)).toEqual([]);
  });

  it('finds a circle and names its way', () => {
    const root = newRoot();
    mkdirSync(join(root, 'core', 'story'), { recursive: true });
    writeFileSync(join(root, 'core/story/a.ts'), "import { b } from './b.ts';\nexport const a = b;\n");
    writeFileSync(join(root, 'core/story/b.ts'), "import { a } from './a.ts';\nexport const b = a;\n");
    expect(lint('core/story/a.ts', "import { b } from './b.ts';\nexport const a = b;\n", root)).toEqual([
      'this import closes a circle: core/story/a.ts → core/story/b.ts → core/story/a.ts',
    ]);
  });
});

describe('words on screen', () => {
  it.each(['const view = <p>Đã lưu</p>;', 'const view = <button aria-label="Close">×</button>;', "const view = <input placeholder={'Tìm'} />;"])('refuses %s', (code) => {
    expect(lint('renderer/app/a.tsx', code)).toHaveLength(1);
  });

  it.each(['const view = <p>{t("saved")}</p>;', 'const view = <b className="row">·</b>;'])('allows %s', (code) => {
    expect(lint('renderer/app/a.tsx', code)).toEqual([]);
  });
});

describe('colours in styles', () => {
  it('refuses raw colours outside styles/ and lets tokens pass', () => {
    const folder = newRoot();
    mkdirSync(join(folder, 'styles'));
    mkdirSync(join(folder, 'app'));
    writeFileSync(join(folder, 'styles', 'tokens.css'), ':root { --text: #201e1a; }\n');
    writeFileSync(join(folder, 'app', 'good.module.css'), '.a { color: var(--text); }\n');
    writeFileSync(join(folder, 'app', 'bad.module.css'), '.a { color: #fff; }\n.b { background: rgb(1 2 3); }\n');
    expect(findRawColours(folder).map(({ file, line }) => `${file}:${line}`)).toEqual(['app/bad.module.css:1', 'app/bad.module.css:2']);
  });
});
