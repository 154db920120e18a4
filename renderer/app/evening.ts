import type { Interface } from '#core/contract/settings.ts';

export type Evening = Interface['evening'];

const at = (clock: string): { readonly hour: number; readonly minute: number } => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return { hour, minute };
};
const minuteOfDay = (clock: string): number => at(clock).hour * 60 + at(clock).minute;

/** Is it evening on this machine's clock? From a time to the same time is never. */
export function isEvening(now: Date, { from, to }: Evening): boolean {
  const minute = now.getHours() * 60 + now.getMinutes();
  const [begin, end] = [minuteOfDay(from), minuteOfDay(to)];
  return begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end;
}

/** When evening begins or ends next, in milliseconds since 1970; by the calendar, so that days of 23 hours are right too. */
export function nextTurn(now: Date, { from, to }: Evening): number {
  const turns = [0, 1].flatMap((day) =>
    [from, to].map((clock) => {
      const { hour, minute } = at(clock);
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + day, hour, minute).getTime();
    }),
  );
  return Math.min(...turns.filter((turn) => turn > now.getTime()));
}
