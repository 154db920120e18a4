import { expect, it } from 'vitest';
import { mayUse } from './permissions.ts';

/** Every name that electron.d.ts (45.4.1) has for a permission, for the check and for the request. */
const permissions = ['ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control', 'clipboard-read', 'clipboard-sanitized-write', 'deprecated-sync-clipboard-read', 'display-capture', 'fileSystem', 'fullscreen', 'geolocation', 'geolocation-approximate', 'hand-tracking', 'hid', 'idle-detection', 'keyboardLock', 'local-fonts', 'local-network', 'local-network-access', 'loopback-network', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications', 'openExternal', 'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointerLock', 'screen-wake-lock', 'sensors', 'serial', 'smart-card', 'speaker-selection', 'storage-access', 'system-wake-lock', 'top-level-storage-access', 'usb', 'vr', 'web-app-installation', 'web-printing', 'window-management', 'unknown', 'toString', ''];

it.each(permissions)('%s', (permission) => {
  const isText = permission === 'clipboard-sanitized-write';
  expect(mayUse(permission, 'app://toasoan')).toBe(isText);
  expect(mayUse(permission, 'app://toasoan/')).toBe(isText);
  for (const origin of ['', 'null', 'app://toasoan.xau', 'https://toasoan', 'media://toasoan']) expect(mayUse(permission, origin)).toBe(false);
});
