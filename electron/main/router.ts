import { findCall } from '#core/contract/contract.ts';
import { DesktopRequest } from '#core/contract/desktop.ts';
import type { Appearance, DesktopAct, DesktopHello, ExportKind, MenuBar, Recent, SavedExport } from '#core/contract/desktop.ts';
import type { StoryId } from '#core/base/ids.ts';
import { wireError } from '#core/contract/errors.ts';
import type { WireError } from '#core/contract/errors.ts';
import { isOurs } from './sender.ts';
import type { Sender } from './sender.ts';

/** What a window may have done for it. Each acts for the window that asked. */
export interface RouterPorts {
  readonly hello: (windowId: string) => DesktopHello;
  readonly call: (windowId: string, name: string, body: string | Uint8Array) => Promise<string>;
  readonly ready: (windowId: string) => void;
  readonly flushed: (windowId: string) => void;
  readonly menu: (windowId: string, menu: MenuBar) => void;
  readonly appearance: (appearance: Appearance) => void;
  readonly recent: (recent: Recent) => void;
  readonly act: (windowId: string, act: DesktopAct) => void;
  readonly openMenu: (windowId: string, x: number, y: number) => void;
  readonly saveExport: (windowId: string, storyId: StoryId, as: ExportKind) => Promise<SavedExport>;
  readonly savePdf: (windowId: string, name: string) => Promise<SavedExport>;
  readonly showFile: (path: string) => void;
  readonly openLink: (windowId: string, url: string) => void;
}

/** Takes one message of a window; gives its answer, or null when there is none for whoever that was. Never throws, never rejects on account of what it was given. */
export type Router = (sender: Sender, message: unknown) => Promise<unknown>;

const refused = (error: WireError): string => JSON.stringify({ ok: false, error });

/** Bytes of a call's body, as `maxBytes` counts them. A string is measured only when it could be too large. */
const sizeOf = (body: string | Uint8Array, limit: number): number => (typeof body !== 'string' ? body.byteLength : body.length > limit || body.length * 3 > limit ? Buffer.byteLength(body) : 0);

function judgeCall(name: string, body: string | Uint8Array): WireError | null {
  const call = findCall(name);
  if (call === null) return wireError('call.unknown', { call: name });
  if ((name === 'media.put') !== (typeof body !== 'string')) return wireError('call.invalid', { call: name, detail: 'body' });
  return sizeOf(body, call.maxBytes) > call.maxBytes ? wireError('call.too-large', { limit: Math.round((call.maxBytes / 1024 / 1024) * 10) / 10 }) : null;
}

/** The one way from a window into the application: who asks, then what, then how much; the first that fails ends it. */
export function makeRouter(ports: RouterPorts): Router {
  const answer = (windowId: string, request: DesktopRequest): unknown => {
    switch (request.kind) {
      case 'hello':
        return ports.hello(windowId);
      case 'call': {
        const problem = judgeCall(request.name, request.body);
        return problem === null ? ports.call(windowId, request.name, request.body) : refused(problem);
      }
      case 'ready':
        return ports.ready(windowId);
      case 'flushed':
        return ports.flushed(windowId);
      case 'menu':
        return ports.menu(windowId, request.menu);
      case 'appearance':
        return ports.appearance(request.appearance);
      case 'recent':
        return ports.recent(request.recent);
      case 'act':
        return ports.act(windowId, request.act);
      case 'open-menu':
        return ports.openMenu(windowId, request.x, request.y);
      case 'save-export':
        return ports.saveExport(windowId, request.storyId, request.as);
      case 'save-pdf':
        return ports.savePdf(windowId, request.name);
      case 'show-file':
        return ports.showFile(request.path);
      case 'open-link':
        return ports.openLink(windowId, request.url);
    }
  };
  return async (sender, message) => {
    if (!isOurs(sender) || sender.windowId === null) return null;
    const request = DesktopRequest.safeParse(message);
    return request.success ? ((await answer(sender.windowId, request.data)) ?? null) : null;
  };
}
