import { useEffect, useState } from 'react';
import type { StoryId, VersionId } from '#core/base/ids.ts';
import type { Client } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { StoryDocument } from '#core/story/document.ts';
import type { StoryVersion } from '#core/story/meta.ts';

export interface ShownVersion {
  readonly version: StoryVersion;
  readonly document: StoryDocument;
}

export interface Versions {
  /** Newest first; null while they are asked for. */
  readonly list: readonly StoryVersion[] | null;
  readonly chosen: VersionId | null;
  /** The chosen one's text; null while it is on its way. */
  readonly shown: ShownVersion | null;
  readonly error: WireError | null;
  readonly choose: (id: VersionId) => void;
}

/** The kept versions of a story, the newest chosen first; texts come one at a time, when they are looked at. */
export function useVersions(client: Client, id: StoryId): Versions {
  const [list, setList] = useState<readonly StoryVersion[] | null>(null);
  const [chosen, setChosen] = useState<VersionId | null>(null);
  const [found, setFound] = useState<ShownVersion | null>(null);
  const [error, setError] = useState<WireError | null>(null);

  useEffect(() => {
    let here = true;
    void client.story.versions({ id }).then((answer) => {
      if (!here) return;
      if (!answer.ok) {
        setError(answer.error);
        return;
      }
      setList(answer.value.versions);
      setChosen(answer.value.versions[0]?.id ?? null);
    });
    return () => {
      here = false;
    };
  }, [client, id]);

  useEffect(() => {
    if (chosen === null) return undefined;
    let here = true;
    setError(null);
    void client.story.version({ id, versionId: chosen }).then((answer) => {
      if (!here) return;
      if (answer.ok) setFound(answer.value);
      else setError(answer.error);
    });
    return () => {
      here = false;
    };
  }, [client, id, chosen]);

  return { list, chosen, shown: found !== null && found.version.id === chosen ? found : null, error, choose: setChosen };
}
