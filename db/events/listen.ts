import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'

export type Wake = {
  onEvent: (groupId: number) => void
  onAccess: (personId: string) => void
  /** The inbox of a person in a group holds more, less or other things. */
  onInbox: (groupId: number, personId: string) => void
  /** People came into the room of a sync of a group, or turned to another item. */
  onRoom: (groupId: number) => void
  onPulse: (word: string) => void
  onListening: () => void
}

const PULSE = 'saydo_pulse'
const ROOM = 'saydo_room'
const PATIENCE_MS = 10_000
/** From one attempt to the next, by how many have failed since the last that succeeded. */
const PAUSES_MS = [300, 600, 1200, 2000]

/**
 * The live feed's own connection: wakes on events and on changes of access. It subscribes anew by itself after the
 * connection or the server was lost, and `onListening` says so each time: whoever listens looks for what it missed.
 * Throws when the first attempt fails; returns the way to leave.
 */
export async function listen(url: string, wake: Wake): Promise<() => Promise<void>> {
  const left = new AbortController()
  let began = performance.now()
  let line = lineTo(url, wake)
  await subscribe(line, wake)

  const keep = async () => {
    for (let failed = 0; ;) {
      if (failed === 0) await line.lost
      // Something may accept each connection and end it at once: it is asked again a few times a second at most.
      const pause = PAUSES_MS[failed] ?? PAUSES_MS.at(-1) ?? 0
      await setTimeout(Math.max(0, began + pause - performance.now()), null, { signal: left.signal })
      began = performance.now()
      line = lineTo(url, wake)
      failed = await subscribe(line, wake).then(
        () => 0,
        () => failed + 1,
      )
    }
  }
  keep().catch((error: unknown) => {
    if (!left.signal.aborted) throw error
  })
  return async () => {
    left.abort()
    await hangUp(line)
  }
}

type Line = { client: Client; lost: Promise<void> }

function lineTo(url: string, { onEvent, onAccess, onInbox, onRoom, onPulse }: Wake): Line {
  const client = new Client({
    connectionString: url,
    application_name: 'saydo live',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
  })
  const handlers: Record<string, (text: string) => void> = {
    saydo_access: onAccess,
    saydo_events: (group) => onEvent(Number(group)),
    saydo_inbox: (whose) => {
      const [group = '', person = ''] = whose.split(' ')
      onInbox(Number(group), person)
    },
    [ROOM]: (group) => onRoom(Number(group)),
    [PULSE]: onPulse,
  }
  client.on('notification', ({ channel, payload = '' }) => handlers[channel]?.(payload))
  // An error of the connection is followed by its end.
  client.on('error', () => {})
  return { client, lost: new Promise((resolve) => client.once('end', () => resolve())) }
}

async function subscribe(line: Line, { onListening }: Wake): Promise<void> {
  try {
    await line.client.connect()
    await line.client.query(
      `listen saydo_access; listen saydo_inbox; listen saydo_events; listen ${ROOM}; listen ${PULSE}`,
    )
    onListening()
  } catch (error) {
    await hangUp(line)
    throw error
  }
}

/** Does not wait long for a server that no longer answers. */
async function hangUp({ client }: Line): Promise<void> {
  await Promise.race([client.end(), setTimeout(1000, null, { ref: false })])
}

/** Sends a word to all who listen, through the database, as an event would reach them. */
export async function sendPulse(db: Pick<Client, 'query'>, word: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [PULSE, word])
}

/** Wakes those who look at the room of a sync, at commit: who is there leaves no event. */
export async function tellRoom(db: Pick<Client, 'query'>, groupId: number): Promise<void> {
  await db.query('select pg_notify($1, $2)', [ROOM, String(groupId)])
}
