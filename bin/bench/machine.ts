import { availableParallelism, loadavg } from 'node:os'

/** What the numbers were measured on. They are worth little while other programs keep the processors busy. */
export function machineText(): string {
  const [load = 0] = loadavg()
  const cores = availableParallelism()
  const text = `${cores} cores, Node ${process.versions.node}, load ${load.toFixed(1)} before the start`
  return load > cores / 2 ? `${text}: other programs are busy, so the results look worse than they are` : text
}
