const CLOCK = /^(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*([ap])?\.?m?\.?$/i

/** A time of day as people type it (`9`, `18:30`, `1830`, `6 pm`) as HH:MM; null for anything else. */
export function typedTime(text: string): string | null {
  const [, hours, minutes = '00', half] = CLOCK.exec(text.trim()) ?? []
  if (hours === undefined) return null
  const hour = hourOf(Number(hours), half?.toLowerCase())
  return hour === null ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}

function hourOf(typed: number, half: string | undefined): number | null {
  if (half === undefined) return typed < 24 ? typed : null
  if (typed < 1 || typed > 12) return null
  return (typed % 12) + (half === 'p' ? 12 : 0)
}

/** So many minutes later on the clock, round midnight; `time` is HH:MM. */
export function laterOnClock(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = (((hour * 60 + minute + minutes) % DAY) + DAY) % DAY
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

const DAY = 24 * 60
