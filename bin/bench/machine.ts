import { availableParallelism, loadavg } from 'node:os'

/** What the numbers were measured on. They are worth little while other programs keep the processors busy. */
export function machineWords(): string {
  const [load = 0] = loadavg()
  const cores = availableParallelism()
  const words = `${cores} cores, Node ${process.versions.node}, load ${load.toFixed(1)} before the start`
  return load > cores / 2
    ? `${words}: other programs are busy, so the results look worse than they are`
    : words
}
