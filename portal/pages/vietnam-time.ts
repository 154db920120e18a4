const hour = 3_600_000;
const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** An instant (ms since 1970 UTC) as a Vietnamese reader's clock shows it: UTC+7 all year, no summer time. */
export const vietnamTime = (ms: number): { readonly iso: string; readonly text: string } => {
  const local = new Date(ms + 7 * hour);
  const iso = local.toISOString().slice(0, 19);
  const day = `${local.getUTCDate()}.${local.getUTCMonth() + 1}.${local.getUTCFullYear()}`;
  return { iso: `${iso}+07:00`, text: `${weekdays[local.getUTCDay()] ?? ''}, ${day}, ${iso.slice(11, 16)}` };
};
