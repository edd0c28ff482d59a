import { closePool } from '#db/connection.ts'
import { openWire } from './wire.ts'

// A process of its own that serves the API and the live stream: it says where, and drains when it is told to stop.
const wire = await openWire()
process.once(
  'SIGTERM',
  () =>
    void wire
      .drain()
      .then(closePool)
      .then(() => process.exit(0)),
)
process.stdout.write(`${wire.address}\n`)
