/** Does something so often, one after the other, and keeps what each time gave. */
export async function repeat<T>(times: number, work: (nth: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let nth = 0; nth < times; nth += 1) results.push(await work(nth))
  return results
}

/**
 * Lets several workers go at once, each over and over until the time is up, at most `most` times altogether.
 * Returns how often a second the work was done.
 */
export async function perSecond(
  workers: readonly (() => Promise<unknown>)[],
  { seconds, most }: { seconds: number; most: number },
): Promise<number> {
  const began = performance.now()
  const until = began + seconds * 1000
  let done = 0
  let begun = 0
  const goOn = async (work: () => Promise<unknown>) => {
    while (performance.now() < until && begun < most) {
      begun += 1
      await work()
      done += 1
    }
  }
  await Promise.all(workers.map(goOn))
  return done / ((performance.now() - began) / 1000)
}
