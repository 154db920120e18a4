import type { ExternalLink } from './external-link.ts';
import { externalLink } from './external-link.ts';

export interface AskLinkPorts {
  /** Shows host or address and asks. */
  readonly ask: (link: ExternalLink, isMail: boolean) => Promise<boolean>;
  readonly open: (href: string) => Promise<void>;
  readonly ownPortals: () => ReadonlySet<string>;
}

/** Opens what the table allows, after the reporter has pressed a button under its host: that press is the gesture. One question at a time, so that no page can pile them up. */
export function makeAskLink({ ask, open, ownPortals }: AskLinkPorts): (url: string) => Promise<boolean> {
  let isAsking = false;
  return async (url) => {
    const link = externalLink(url, ownPortals());
    if (link === null || isAsking) return false;
    isAsking = true;
    try {
      if (!(await ask(link, link.href.startsWith('mailto:')))) return false;
      await open(link.href);
      return true;
    } finally {
      isAsking = false;
    }
  };
}
