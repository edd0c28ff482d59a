import { readFile } from 'node:fs/promises'

/** The most memory that a process has ever had resident, in MB. Linux only: it is the kernel's own account. */
export async function readPeak(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kilobytes === undefined) throw new Error(`/proc/${pid}/status tells no VmHWM`)
  return Number(kilobytes) / 1024
}
