/**
 * Calls back for each wish that the process stop: 1 for the first, 2 for the second, … One Ctrl-C counts once, though
 * it arrives several times: from the terminal, from npm and from the launcher.
 * A closed terminal counts only for whoever sits at one, so that `nohup` means what it says.
 */
export function onStopSignals(then: (times: number) => void): void {
  let times = 0
  let last = -Infinity
  const signals: NodeJS.Signals[] = [
    'SIGINT',
    'SIGTERM',
    ...(process.stdin.isTTY ? (['SIGHUP'] as const) : []),
  ]
  for (const signal of signals) {
    process.on(signal, () => {
      if (performance.now() - last < 300) return
      last = performance.now()
      then(++times)
    })
  }
}
