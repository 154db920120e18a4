import { cleanText } from './clean-text.ts';

const WEB = /^(https?):\/\/([\p{Script=Latin}0-9.-]+)(:\d{1,5})?([/?#].*)?$/isu;
const MAIL = /^mailto:([^\s@<>"?#%]+@[\p{Script=Latin}0-9.-]+)(\?.*)?$/isu;
/** Reference portals and browsers' address bars take about this much. */
const longest = 2000;

/** What a URL must not hold unescaped (URL Standard, "URL code points"); a `%` that starts no escape, too. */
function encodeRest(rest: string): string {
  const [beforeHash = '', ...afterHash] = rest
    .replace(/%(?![0-9a-f]{2})/giu, '%25')
    .replace(/[\s"<>[\\\]^`{|}]/gu, (letter) => encodeURIComponent(letter))
    .split('#');
  return afterHash.length === 0 ? beforeHash : `${beforeHash}#${afterHash.join('%23')}`;
}

/** Labels that are not empty and neither begin nor end with a hyphen; digits only where all four are an IPv4 address. */
function isHost(host: string): boolean {
  const labels = host.split('.');
  if (!labels.every((label) => /^[^-](?:.*[^-])?$/u.test(label) && label.length <= 63)) return false;
  if (!/^\d/u.test(labels.at(-1) ?? '')) return true;
  return labels.length === 4 && labels.every((label) => /^(?:0|[1-9]\d{0,2})$/u.test(label) && Number(label) <= 255);
}

/**
 * The address a reader may follow, or null: absolute `http:`, `https:` or `mailto:` only, without user name or password,
 * at most 2,000 characters. Anything else (`javascript:`, `data:`, relative) loses its link and keeps its text.
 */
export function safeHref(url: string): string | null {
  const text = cleanText(url).trim();
  if (text.length > longest) return null;
  const [, scheme = '', host = '', port = '', rest = ''] = WEB.exec(text) ?? [];
  const mail = MAIL.exec(text);
  const href = host !== '' && isHost(host) && Number(port.slice(1)) <= 65_535
    ? `${scheme.toLowerCase()}://${host.toLowerCase()}${port}${encodeRest(rest)}`
    : mail === null ? null : `mailto:${encodeRest(`${mail[1] ?? ''}${mail[2] ?? ''}`)}`;
  return href !== null && href.length <= longest ? href : null;
}
