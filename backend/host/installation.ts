import { join } from 'node:path';

/** A file of the program itself: its package file, assets, built screens. In the sources this file lies two folders below the root, and so do the bundles of the desktop application (`dist/electron`), packed or not. */
export const installed = (...parts: readonly string[]): string => join(import.meta.dirname, '..', '..', ...parts);
