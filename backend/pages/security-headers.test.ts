import { expect, test } from 'vitest';
import { desktopPolicy, inertPolicy, previewPolicy, securityHeaders } from './security-headers.ts';

const directives = (policy: string | undefined): Record<string, string> =>
  Object.fromEntries((policy ?? '').split('; ').map((directive) => directive.split(/ (.*)/s).slice(0, 2).map((part) => part ?? '')).map(([name = '', value = '']) => [name, value]));

/** Written out a second time on purpose: a looser policy has to be meant, here with its reason. */
test('the app’s policy is exactly this', () => {
  expect(directives(securityHeaders['content-security-policy'])).toEqual({
    'default-src': "'none'",
    'script-src': "'self'", // no inline script, no eval, no hash
    'style-src': "'self'", // React's style props go through the CSSOM and need nothing
    'img-src': "'self' blob: data:", // blob: a photo just dropped
    'font-src': "'self'",
    'connect-src': "'self'", // calls and the WebSocket
    'frame-src': "'self'", // the preview
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "lexical dompurify toasoan 'allow-duplicates'",
  });
});

test('in the desktop door the page may ask nobody; pictures and previews have a scheme of their own', () => {
  const browser = directives(securityHeaders['content-security-policy']);
  expect(directives(desktopPolicy)).toEqual({ ...browser, 'img-src': "'self' media: blob: data:", 'connect-src': "'none'", 'frame-src': 'media:' });
  expect(directives(previewPolicy([], 'app:'))['frame-ancestors']).toBe('app:');
});

test('a preview can run nothing and fetch nothing', () => {
  expect(directives(previewPolicy(['abc=']))).toEqual({
    'default-src': "'none'",
    'img-src': 'data:',
    'font-src': 'data:',
    'style-src': "'sha256-abc='",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self'", // shown inside the app
    sandbox: '',
  });
  expect(previewPolicy([])).toContain("style-src 'none'");
  expect(directives(inertPolicy)).toEqual({ 'default-src': "'none'", sandbox: '', 'frame-ancestors': "'none'" });
});

test('every answer carries the same guards', () => {
  expect(Object.keys(securityHeaders).sort()).toEqual(['cache-control', 'content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy', 'referrer-policy', 'x-content-type-options']);
  expect(securityHeaders).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
});
