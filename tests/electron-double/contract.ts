import type { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type * as main from './main/electron.ts';
import type * as backend from './backend/electron.ts';

/** `on` and its kin: Electron declares one overload for each event, which nothing but Electron can satisfy. */
type Emitting = keyof EventEmitter;

/** Names that both have; what the double has of its own are its records and its state. */
type Shared<Double, Original, Except> = Exclude<keyof Double & keyof Original, Emitting | Except>;

/** Every member that the double shares with Electron fits Electron's own declaration of it. */
type Fits<Double extends Pick<Original, Shared<Double, Original, Except>>, Original, Except extends keyof Original = never> = Double;

type Window = InstanceType<typeof main.BrowserWindow>;
type Fork = ReturnType<typeof main.utilityProcess.fork>;

/** Checked by the compiler alone. Left out are members whose values are doubles themselves, checked beside them. */
export interface Doubled {
  readonly app: Fits<typeof main.app, Electron.App, 'dock'>;
  readonly BrowserWindow: Fits<Window, Electron.BrowserWindow, 'webContents'>;
  readonly webContents: Fits<Window['webContents'], Electron.WebContents>;
  readonly dialog: Fits<typeof main.dialog, Electron.Dialog>;
  readonly ipcMain: Fits<typeof main.ipcMain, Electron.IpcMain>;
  readonly Menu: Fits<InstanceType<typeof main.Menu>, Electron.Menu>;
  readonly nativeTheme: Fits<typeof main.nativeTheme, Electron.NativeTheme>;
  readonly powerMonitor: Fits<typeof main.powerMonitor, Electron.PowerMonitor>;
  readonly protocol: Fits<typeof main.protocol, Electron.Protocol>;
  readonly safeStorage: Fits<typeof main.safeStorage, Electron.SafeStorage>;
  readonly screen: Fits<typeof main.screen, Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
  readonly session: Fits<typeof main.session.defaultSession, Electron.Session, 'webRequest'>;
  readonly shell: Fits<typeof main.shell, Electron.Shell>;
  readonly utilityProcess: Fits<Fork, Electron.UtilityProcess, 'stdout' | 'stderr'>;
  readonly net: Fits<ReturnType<typeof backend.net.request>, Electron.ClientRequest, 'end'>;
}

type Names = keyof Omit<typeof main, never> | keyof typeof backend | 'contextBridge' | 'ipcRenderer';
/** All that the double has are names of Electron. */
export type AllAreElectrons = Names extends keyof typeof Electron ? true : never;
export const allAreElectrons: AllAreElectrons = true;
