import type { ReactElement, RefObject } from 'react';
import { useApp } from '#renderer/app/services.ts';
import { storyFiles } from '#renderer/editor/extensions/paste/file-kinds.ts';

/** The hidden file chooser behind "open files": what is dropped on a list can be chosen here by keyboard. */
export function ImportText({ picker }: { readonly picker: RefObject<HTMLInputElement | null> }): ReactElement {
  const app = useApp();
  return (
    <input
      ref={picker}
      type="file"
      accept={storyFiles}
      multiple
      hidden
      data-import
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        if (files.length > 0) void import('./take-files.ts').then(({ takeFiles }) => takeFiles(app, files));
      }}
    />
  );
}
