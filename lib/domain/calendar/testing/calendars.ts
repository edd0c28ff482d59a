/** A calendar file of those events, each given as its content lines. */
export const calendar = (...events: string[][]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap(event), 'END:VCALENDAR', ''].join('\r\n')

let made = 0
const event = (lines: string[]): string[] => {
  made += 1
  const uid = lines.some((line) => line.startsWith('UID:')) ? [] : [`UID:event-${made}`]
  return ['BEGIN:VEVENT', ...uid, ...lines, 'END:VEVENT']
}

/** An all-day event; `until` is the day after its last, as calendars write it. */
export const days = (from: string, until: string, ...more: string[]): string[] => [
  `DTSTART;VALUE=DATE:${from}`,
  `DTEND;VALUE=DATE:${until}`,
  ...more,
]
