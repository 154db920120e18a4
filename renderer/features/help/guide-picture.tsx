import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import type { PictureName } from './pictures.ts';
import { pictureFile, pictures } from './pictures.ts';
import styles from './guide-picture.module.css';

/** Addresses only: a picture is fetched when it comes into view. */
const files = import.meta.glob<string>('./pictures/*.webp', { query: '?url', import: 'default', eager: true });

const root = document.documentElement;
const scheme = (): 'light' | 'dark' => (root.dataset['scheme'] === 'dark' ? 'dark' : 'light');
const subscribe = (listener: () => void): (() => void) => {
  const watch = new MutationObserver(listener);
  watch.observe(root, { attributeFilter: ['data-scheme'] });
  return () => watch.disconnect();
};

/** The application as it looks in this language and theme. */
export function GuidePicture({ name, alt }: { readonly name: PictureName; readonly alt: string }): ReactElement {
  const { language } = useWords();
  const theme = useSyncExternalStore(subscribe, scheme);
  const { width, height } = pictures[name];
  return <img className={styles.picture} src={files[`./pictures/${pictureFile(name, language, theme)}`]} alt={alt} width={width} height={height} loading="lazy" decoding="async" />;
}
