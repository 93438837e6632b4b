const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The wall clock of a zone at every minute from an instant on, in minutes of the same digits in UTC, as Intl shows it. */
export function wallMinutes(zone: string, from: number, minutes: number): Float64Array {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const show = (at: number) => {
    const shown = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS;
  };
  const walls = new Float64Array(minutes);
  let first = show(from);
  for (let hour = 0; hour * 60 < minutes; hour += 1) {
    const start = from + hour * HOUR_MS;
    const next = show(start + HOUR_MS);
    // Where an hour does not bring the clock on by an hour, it is read at each of its minutes.
    const even = next - first === 60;
    for (let n = 0; n < 60 && hour * 60 + n < minutes; n += 1)
      walls[hour * 60 + n] = even ? first + n : show(start + n * MINUTE_MS);
    first = next;
  }
  return walls;
}
