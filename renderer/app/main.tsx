import '#renderer/bridge/no-eval.ts';
import '#renderer/styles/index.css';
import { createRoot } from 'react-dom/client';
import { findBridge } from '#renderer/bridge/find-bridge.ts';
import { startWebTransport } from '#renderer/bridge/web-transport.ts';
import { boot } from './boot.ts';
import { Root } from './root.tsx';
import { StartFailed } from './start-failed.tsx';

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no place for the application');
  const root = createRoot(place);
  const bridge = findBridge();
  // Fetched only where it is used: a browser's start waits for nothing of it.
  const desktop = bridge === null ? null : await (await import('#renderer/features/desktop/open-desktop-door.ts')).openDesktopDoor(bridge);
  const door = desktop === null ? await startWebTransport() : { ok: true as const, transport: desktop.transport };
  if (!door.ok) {
    root.render(<StartFailed why={door.why} />);
    return;
  }
  const started = await boot(door.transport, desktop?.desktop ?? null);
  if (started.ok) root.render(<Root app={started.value.app} />);
  else root.render(<StartFailed why={started.error} />);
}

void start();
