import { createServer, type Server } from 'node:net'

/** Says to whoever connects that it is a PostgreSQL of that version, and knows nothing else. */
export function oldPostgres(version: number): Server {
  return createServer((socket) => {
    socket.on('error', () => {})
    let greeted = false
    socket.on('data', (bytes) => {
      if (!greeted) {
        greeted = true
        socket.write(Buffer.concat([message('R', int32(0)), READY]))
      } else if (bytes[0] === 'Q'.charCodeAt(0)) {
        socket.write(row({ version: String(version), fixed: 'off' }))
      }
    })
  })
}

/** The answer to a query: one row, all of text. */
function row(values: Record<string, string>): Buffer {
  const names = Object.keys(values)
  const columns = names.map((name) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(name === 'version' ? 23 : 25),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  )
  const cells = Object.values(values).map((value) =>
    Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]),
  )
  return Buffer.concat([
    message('T', int16(names.length), ...columns),
    message('D', int16(cells.length), ...cells),
    message('C', Buffer.from('SELECT 1\0')),
    READY,
  ])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

const READY = message('Z', Buffer.from('I'))
