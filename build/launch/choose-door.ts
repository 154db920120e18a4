import type { DownloadMemory } from './download-memory.ts';

/** What the choice asks of the machine, so that tests lend stand-ins. */
export interface LaunchPorts {
  /** Electron's program, or null. */
  find(): string | null;
  /** Null: the package `electron` is not installed, so there is nothing to download with. */
  readonly source: URL | null;
  isArchiveKept(source: URL): boolean;
  probe(source: URL): Promise<boolean>;
  /** Resolves to whether a program was laid down. */
  install(): Promise<boolean>;
  clearHalfInstalled(): void;
  readonly memory: DownloadMemory;
  hasDisplay(): boolean;
}

/** `electron` and `browser` are the reporter's words after `npm start --`; `any`: what this machine has. */
export type Wish = 'any' | 'electron' | 'browser';

/** Why the browser door opens: null when it was wished for. */
export type NoElectron = 'no-package' | 'no-display' | 'unreachable' | 'failed' | 'remembered';

export type Choice = { readonly door: 'electron'; readonly program: string } | { readonly door: 'browser'; readonly why: NoElectron | null };

const browser = (why: NoElectron | null): Choice => ({ door: 'browser', why });

/**
 * Electron where its program is; else one attempt to download it, remembered when it fails. Nothing is downloaded for a machine
 * without a screen, where Electron could not open a window.
 */
export async function chooseDoor(wish: Wish, ports: LaunchPorts): Promise<Choice> {
  if (wish === 'browser') return browser(null);
  const { source, memory } = ports;
  const last = memory.recall();
  if (last?.outcome === 'begun') ports.clearHalfInstalled();
  const found = ports.find();
  if (found !== null) return { door: 'electron', program: found };
  if (source === null) return browser('no-package');
  if (wish === 'any' && !ports.hasDisplay()) return browser('no-display');
  if (wish === 'any' && last !== null && last.outcome !== 'begun' && last.source === source.href) return browser('remembered');

  if (!ports.isArchiveKept(source) && !(await ports.probe(source))) {
    memory.remember({ source: source.href, outcome: 'unreachable' });
    return browser('unreachable');
  }
  memory.remember({ source: source.href, outcome: 'begun' });
  const program = (await ports.install()) ? ports.find() : null;
  if (program === null) {
    ports.clearHalfInstalled();
    memory.remember({ source: source.href, outcome: 'failed' });
    return browser('failed');
  }
  memory.forget();
  return { door: 'electron', program };
}

const causes: Readonly<Record<NoElectron, readonly [vi: string, en: string]>> = {
  'no-package': ['gói electron chưa được cài', 'the package electron is not installed'],
  'no-display': ['máy không có màn hình', 'there is no screen'],
  unreachable: ['nơi tải không trả lời', 'its download source does not answer'],
  failed: ['tải về không xong', 'the download did not finish'],
  remembered: ['lần trước tải không được', 'the download failed last time'],
};

/** The one line for the terminal. */
export const explain = (why: NoElectron): string =>
  `Không có Electron (${causes[why][0]}): mở bằng trình duyệt; thử lại bằng npm start -- --electron. / No Electron (${causes[why][1]}): opening in the browser; npm start -- --electron tries again.\n`;
