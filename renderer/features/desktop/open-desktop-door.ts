import './title-bar.css';
import type { DesktopBridge } from '#core/contract/desktop-bridge.ts';
import { startDesktopTransport } from '#renderer/bridge/desktop-transport.ts';

/** Before the first picture: the wire, and the room for the window's buttons, so that nothing moves when they are known. */
export async function openDesktopDoor(bridge: DesktopBridge): ReturnType<typeof startDesktopTransport> {
  const door = await startDesktopTransport(bridge);
  document.body.dataset['door'] = 'desktop';
  document.body.dataset['platform'] = door.desktop.hello.platform;
  return door;
}
