import { loopback } from '#core/contract/loopback.ts';
import type { Reply } from '../pages/reply.ts';

const html = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tòa Soạn</title>
<script src="/enter.js" defer></script>
</head>
<body>
<main>
<h1>Tòa Soạn</h1>
<p id="say" role="status">Đang mở…</p>
</main>
</body>
</html>
`;

// A string because it runs in the page, where nothing of ours is bundled yet; only textContent, so Trusted Types have nothing to refuse.
const script = `'use strict';
const enter = async () => {
  const tell = (vi, en) => { document.getElementById('say').textContent = vi + ' / ' + en; };
  const prefix = ${JSON.stringify(loopback.keyPrefix)};
  const ask = location.hash.startsWith(prefix) ? { key: location.hash.slice(prefix.length) } : {};
  try {
    const answer = await fetch(${JSON.stringify(loopback.sessionPath)}, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ask) });
    if (answer.status === 401) return tell('Hãy mở bằng địa chỉ mà cửa sổ dòng lệnh đã in ra (bấm Enter ở đó để in lại).', 'Open the address that the terminal printed (press Enter there to see it again).');
    if (!answer.ok) return tell('Tòa Soạn chưa mở được. Hãy tải lại trang.', 'Tòa Soạn could not be opened. Reload the page.');
    const tries = JSON.parse(sessionStorage.getItem('toasoan.entering') ?? '[]').filter((at) => Date.now() - at < 5000);
    if (tries.length > 2) return tell('Trình duyệt không giữ cookie của trang này. Hãy cho phép rồi tải lại.', 'The browser does not keep this page’s cookie. Allow it and reload.');
    sessionStorage.setItem('toasoan.entering', JSON.stringify([...tries, Date.now()]));
    location.replace(location.pathname);
  } catch {
    tell('Chưa liên lạc được với Tòa Soạn trên máy này. Hãy tải lại trang.', 'Tòa Soạn on this machine can’t be reached. Reload the page.');
  }
};
// The address pasted into this very tab changes nothing but the fragment: no page is loaded anew for it.
addEventListener('hashchange', enter);
void enter();
`;

/** The page at `/` for whoever has no session: changes the key in the address for one, then leaves the key out of the address. */
export const enterPage: Reply = { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
export const enterScript: Reply = { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: script };
