/** Vietnam keeps UTC+7 all year, without summer time. */
const offsetHours = 7;

/** `2026-03-02T15:04:05+07:00` of milliseconds since 1970-01-01T00:00Z. */
export const momentInVietnam = (at: number): string =>
  `${new Date(at + offsetHours * 3_600_000).toISOString().slice(0, 19)}+07:00`;
