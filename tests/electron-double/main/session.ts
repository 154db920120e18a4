import { EventEmitter } from 'node:events';
import type { Session as Real } from 'electron';
import { strict } from '../strict.ts';
import { preventable } from './preventable.ts';
import { records } from './records.ts';

type PermissionRequest = NonNullable<Parameters<Real['setPermissionRequestHandler']>[0]>;
type PermissionCheck = NonNullable<Parameters<Real['setPermissionCheckHandler']>[0]>;
type BeforeRequest = (details: { url: string; method: string; resourceType: string }, answer: (response: { cancel?: boolean }) => void) => void;

/** Details as Electron gives them, as far as anything here reads them. */
const details = (origin: string): never => ({ requestingUrl: `${origin}/`, isMainFrame: true, securityOrigin: `${origin}/` }) as never;

class Session extends EventEmitter {
  // As Electron: without a handler everything is granted.
  request: PermissionRequest = (_contents, _permission, answer) => answer(true);
  check: PermissionCheck = () => true;
  beforeRequest: BeforeRequest = (_details, answer) => answer({});
  readonly webRequest = strict('webRequest', {
    onBeforeRequest: (listener: BeforeRequest): void => {
      records.judges.push('onBeforeRequest');
      this.beforeRequest = listener;
    },
  });

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    records.judges.push('setPermissionRequestHandler');
    this.request = handler ?? this.request;
  }
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    records.judges.push('setPermissionCheckHandler');
    this.check = handler ?? this.check;
  }
  setDevicePermissionHandler(handler: Parameters<Real['setDevicePermissionHandler']>[0]): void {
    records.judges.push(`setDevicePermissionHandler: ${handler?.({ deviceType: 'usb', origin: 'app://toasoan', device: {} } as never)}`);
  }
  setDisplayMediaRequestHandler(handler: Parameters<Real['setDisplayMediaRequestHandler']>[0]): void {
    handler?.({} as never, (streams) => void records.judges.push(`setDisplayMediaRequestHandler: ${JSON.stringify(streams)}`));
  }

  mayRequest(url: string): Promise<boolean> {
    return new Promise((resolve) => this.beforeRequest({ url, method: 'GET', resourceType: 'other' }, ({ cancel = false }) => resolve(!cancel)));
  }
  /** Asked and, where that is not asked, checked: both must agree, or a page could do by one way what the other refuses. */
  async mayUse(permission: string, origin: string): Promise<{ asked: boolean; checked: boolean }> {
    const asked = await new Promise<boolean>((resolve) => this.request({} as never, permission as never, resolve, details(origin)));
    return { asked, checked: this.check(null, permission as never, `${origin}/`, details(origin)) };
  }
  /** True: it may be saved. */
  mayDownload(contents: object): boolean {
    const event = preventable({});
    this.emit('will-download', event, strict('DownloadItem', {}), contents);
    return !event.defaultPrevented;
  }
}

export const defaultSession = strict('session.defaultSession', new Session());
export const session = strict('session', { defaultSession });
