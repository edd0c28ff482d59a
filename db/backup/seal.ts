import { createHash } from 'node:crypto'

/**
 * The end of a backup: an empty piece of gzip, whose comment is the hash over every byte before it. What unpacks the file
 * skips it; what checks it knows each byte of the file, so that none can be altered, added or taken away unseen.
 */
function sealOf(sha256: string): Buffer {
  const [head, nothing] = [Buffer.from([31, 139, 8, 16, 0, 0, 0, 0, 0, 255]), Buffer.alloc(8)]
  return Buffer.concat([head, Buffer.from(`${sha256}\0`, 'latin1'), Buffer.from([3, 0]), nothing])
}

const LENGTH = sealOf('0'.repeat(64)).byteLength

/** The bytes of a file, with their seal behind them. */
export async function* withSeal(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const part of bytes) {
    hash.update(part)
    yield part
  }
  yield sealOf(hash.digest('hex'))
}

/** Told every part of a file in its order, it knows at the end whether that is the file that was written. */
export function sealCheck(): { see: (part: Buffer) => void; holds: () => boolean } {
  const hash = createHash('sha256')
  let tail: Buffer = Buffer.alloc(0)
  return {
    see(part) {
      const all = Buffer.concat([tail, part])
      const before = Math.max(0, all.byteLength - LENGTH)
      hash.update(all.subarray(0, before))
      tail = all.subarray(before)
    },
    holds: () => tail.equals(sealOf(hash.digest('hex'))),
  }
}
