import type { Settings } from '../contract/settings.ts';

export type DateStyle = Settings['newsroom']['dateStyle'];

/** `2026-01-09` as a dateline prints it: day and month without leading zeros, with the newsroom's sign between them. */
export function shortDate(date: string, style: DateStyle): string {
  const [, month = '', day = ''] = date.split('-');
  return `${Number(day)}${style.charAt(2)}${Number(month)}`;
}

export interface DatelineParts {
  /** `BVS`; empty: none. */
  readonly source: string;
  /** As printed: `19.1`; empty: none. */
  readonly date: string;
  /** `Thủ đô Hà Nội`; empty: none. */
  readonly place: string;
}

/** `BVS - Ngày 19.1, tại thành phố Vĩnh Sa,`: the parts that are known, in house order; empty when none is. */
export function composeDateline({ source, date, place }: DatelineParts): string {
  const when = date === '' ? '' : `Ngày ${date}`;
  const where = place === '' ? '' : `tại ${place}`;
  const event = [when, where].filter((part) => part !== '').join(', ');
  const opening = event === '' ? '' : `${event.charAt(0).toUpperCase()}${event.slice(1)},`;
  if (source === '') return opening;
  return opening === '' ? `${source} -` : `${source} - ${opening}`;
}
