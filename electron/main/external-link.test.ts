import { describe, expect, it } from 'vitest';
import { externalLink } from './external-link.ts';

describe('what may leave for the browser', () => {
  it.each([
    ['https://baovinhsa.vn/tin/lang-yen', 'baovinhsa.vn'],
    ['https://www.baovinhsa.vn/', 'www.baovinhsa.vn'],
    ['HTTPS://BAOVINHSA.VN/A?b=c#d', 'baovinhsa.vn'],
    ['https://baovinhsa.vn:8443/tin', 'baovinhsa.vn:8443'],
    ['https://báovĩnhsa.vn/tin', 'xn--bovnhsa-hwa46d.vn'],
    ['https://xn--bovnhsa-hwa46d.vn/', 'xn--bovnhsa-hwa46d.vn'],
    ['mailto:bandoc@baovinhsa.vn', 'bandoc@baovinhsa.vn'],
    ['MAILTO:ban.doc+1@bao-vinhsa.vn', 'ban.doc+1@bao-vinhsa.vn'],
  ])('%s, asked about as %s', (url, shown) => {
    expect(externalLink(url)?.shown).toBe(shown);
  });

  it.each([
    // Not a web page at all.
    'file:///etc/passwd', 'file://server/share/a.html', 'FILE:///C:/Windows/System32/calc.exe', 'smb://server/share', 'nfs://server/share', 'ftp://baovinhsa.vn/', 'sftp://baovinhsa.vn/', 'webdav://baovinhsa.vn/',
    '\\\\server\\share\\a.exe', '//server/share/a.exe', 'https:\\\\baovinhsa.vn\\a', 'C:\\Windows\\System32\\calc.exe', '/bin/sh',
    // Schemes that start programs, change settings or install something.
    'ms-msdt:/id PCWDiagnostic', 'ms-msdt:-id%20PCWDiagnostic', 'search-ms:query=a&crumb=location:%5C%5Cserver', 'ms-officecmd:%7B%7D', 'ms-settings:privacy', 'ms-appinstaller:?source=https://a.vn/a', 'ms-word:ofe|u|https://a.vn/a.docx', 'shell:startup', 'vscode://file/a', 'ssh://a@b', 'telnet://a', 'tel:113', 'sms:113', 'steam://run/1', 'zoommtg://a', 'x-apple.systempreferences:', 'itms-services://?action=a', 'jar:https://a.vn/a.jar!/', 'ldap://a.vn', 'intent://a#Intent;end',
    // Scripts, documents made on the way, pages of the browser or of ours.
    'javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'JaVaScRiPt:alert(1)', 'vbscript:msgbox(1)', 'data:text/html,<script>1</script>', 'blob:https://a.vn/1', 'about:blank', 'chrome://settings', 'devtools://devtools', 'view-source:https://a.vn', 'filesystem:https://a.vn/a', 'app://toasoan/', 'media://toasoan/a',
    // Web, but not safe or not what it seems.
    'http://baovinhsa.vn/', 'ws://baovinhsa.vn/', 'https://baovinhsa.vn@xau.vn/', 'https://user:pass@baovinhsa.vn/', 'https://baovinhsa.vn%40xau.vn/', 'https:baovinhsa.vn', 'https:/baovinhsa.vn', 'https:///baovinhsa.vn', 'https://', 'https://baovinhsa.vn\t.xau.vn/', 'https://bao\u0000vinhsa.vn/', 'https://bao vinhsa.vn/', 'https://baovinhsa.vn/ a',
    'https://localhost/', 'https://127.0.0.1/', 'https://[::1]/', 'https://192.168.1.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://router/', 'https://baovinhsa.vn./', 'https://-a.vn/', 'https://a..vn/',
    'mailto:', 'mailto:a', 'mailto:a@b', 'mailto:a@baovinhsa.vn?attach=/etc/passwd', 'mailto:a@baovinhsa.vn?subject=b', 'mailto:a@baovinhsa.vn,b@xau.vn', 'mailto:a%0Ab@baovinhsa.vn', 'mailto://a@baovinhsa.vn',
    '', 'baovinhsa.vn', 'không phải địa chỉ', `https://baovinhsa.vn/${'a'.repeat(3000)}`,
  ])('never: %s', (url) => {
    expect(externalLink(url)).toBeNull();
  });

  it('the sample portal that this application started, and no other place of this machine', () => {
    const own = new Set(['http://127.0.0.1:8787']);
    expect(externalLink('http://127.0.0.1:8787/tin/a', own)).toEqual({ href: 'http://127.0.0.1:8787/tin/a', shown: '127.0.0.1:8787' });
    for (const other of ['http://127.0.0.1:8788/', 'http://localhost:8787/', 'https://127.0.0.1:8787/', 'http://a@127.0.0.1:8787/', 'http://127.0.0.1:8787@xau.vn/']) expect(externalLink(other, own)).toBeNull();
  });
});
