import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'
import { enterRoom } from './presence.ts'

/** A stream of a person who looks at a group, with what it was told of who is there. */
function looker(group: number, handle: string) {
  const told: string[][] = []
  const leave = enterRoom(group, handle, (people) => told.push(people))
  return { now: () => told.at(-1), times: () => told.length, leave }
}

test('who looks at a group is told to all who do, by name and each once', () => {
  const julie = looker(1, 'julie')
  expect(julie.now()).toEqual(['julie'])
  const [cindy, again] = [looker(1, 'cindy'), looker(1, 'julie')]
  for (const one of [julie, cindy, again]) expect(one.now()).toEqual(['cindy', 'julie'])
  again.leave()
  expect(cindy.now(), 'in another tab they still look').toEqual(['cindy', 'julie'])
  julie.leave()
  expect(cindy.now()).toEqual(['cindy'])
  cindy.leave()
})

test('those of another group are not told, and neither is a person who left', () => {
  const [julie, other] = [looker(2, 'julie'), looker(3, 'cindy')]
  const before = julie.times()
  other.leave()
  expect(julie.times()).toBe(before)
  expect(other.now()).toEqual(['cindy'])
  julie.leave()
  const late = looker(2, 'newick')
  expect([late.now(), julie.times()]).toEqual([['newick'], before])
  late.leave()
})

/** A run that ends when the test says so. */
function held() {
  const runs: { end: () => void; fail: () => void }[] = []
  const run = () =>
    new Promise<void>((resolve, reject) => {
      runs.push({ end: resolve, fail: () => reject(new Error('The database is away.')) })
    })
  return { runs, run }
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

test('two runs never overlap, and of all wakes meanwhile one more run comes', async () => {
  const { runs, run } = held()
  const wake = oneAtATime(run)
  for (let at = 0; at < 5; at += 1) wake()
  expect(runs).toHaveLength(1)
  runs[0]?.end()
  await settled()
  expect(runs).toHaveLength(2)
  runs[1]?.end()
  await settled()
  expect(runs, 'no wake, no run').toHaveLength(2)
  wake()
  expect(runs).toHaveLength(3)
})

test('a run that fails loses no wake', async () => {
  const { runs, run } = held()
  const wake = oneAtATime(run)
  wake()
  wake()
  runs[0]?.fail()
  await settled()
  expect(runs).toHaveLength(2)
  runs[1]?.fail()
  await settled()
  wake()
  expect(runs).toHaveLength(3)
})
