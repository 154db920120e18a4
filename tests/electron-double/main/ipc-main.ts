import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { strict } from '../strict.ts';
import type { FrameSight } from '../wire.ts';
import { findWindow, frameOf } from './browser-window.ts';

type Handler = Parameters<IpcMain['handle']>[1];
const handlers = new Map<string, Handler>();

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler),
});

/** A message of a page, as Electron hands it on: who sent it is Electron's word, not the page's. */
export async function invoke(window: number, frame: FrameSight, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  const sender = findWindow(window)?.webContents ?? strict('webContents', { id: -1 });
  const event = { sender, senderFrame: frameOf(frame) } as unknown as IpcMainInvokeEvent;
  return structuredClone((await handler(event, ...args)) as unknown);
}
