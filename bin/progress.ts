import { OperatorError } from '#db/embedded/operator-error.ts'

export const say = (line: string) => console.log(line)

/** Says what is ready and how long it took: `✓ database ready (0.3 s)`. */
export async function step<T>(ready: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  say(`✓ ${ready} (${since(began)})`)
  return result
}

export const since = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`

/** Ends the process: an error of the set-up in its one sentence, our own mistakes with what is needed to find them. */
export function giveUp(error: unknown): never {
  console.error(error instanceof OperatorError ? error.message : error)
  process.exit(1)
}
