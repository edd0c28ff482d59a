import postgres from 'postgres'
import { socketHost } from '../embedded/socket-host.ts'

export type Wake = {
  onEvent: (groupId: number) => void
  onAccess: (personId: string) => void
  onListening: () => void
}

/**
 * The live feed's own connection: wakes on events and on changes of access. It subscribes anew by itself after the
 * connection or the server was lost, and `onListening` says so each time: whoever listens looks for what it missed.
 */
export async function listen(
  url: string,
  { onEvent, onAccess, onListening }: Wake,
): Promise<() => Promise<void>> {
  const sql = postgres(url, {
    ...socketHost(url),
    max: 1,
    idle_timeout: 0,
    onnotice: () => {},
    connection: { application_name: 'saydo live' },
  })
  await sql.listen('saydo_access', onAccess)
  await sql.listen('saydo_events', (group) => onEvent(Number(group)), onListening)
  return () => sql.end({ timeout: 1 })
}
