import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const COLOURS = 'surface|sunken|hover|line|control|ink|accent|good|warn|bad|inverse|bg|transparent|on-accent'
/** What one element can have only one of: between two of a kind the order of the stylesheet decides, not ours. */
const KINDS = [
  ...['bg', 'text', 'border'].map((of) => new RegExp(`^${of}-(${COLOURS})(-[\\w]+)?(/\\d+)?$`)),
  /^shadow-(card|float|none)$/,
]

const ROOT = join(import.meta.dirname, '../..')

/** The lists of class names in each `cx(…)` of a file, without those of a ternary, which exclude each other. */
function callsIn(source: string): string[][] {
  return [...source.matchAll(/\bcx\(/g)].map(({ index }) => {
    let [depth, end] = [1, index + 3]
    for (; depth > 0 && end < source.length; end += 1)
      if (source[end] === '(') depth += 1
      else if (source[end] === ')') depth -= 1
    const call = source.slice(index, end)
    return [...call.matchAll(/(?:&&|,|\()\s*'([^']*)'/g)].map(([, list = '']) => list)
  })
}

function contradictions(lists: readonly string[]): string[][] {
  return KINDS.flatMap((kind) => {
    const found = lists.map((list) => list.split(/\s+/).filter((name) => kind.test(name)))
    const [always = [], ...others] = found
    return always.length > 0 && others.some((names) => names.length > 0) ? [found.flat()] : []
  })
}

test('a class that holds at times does not contradict one that always holds', () => {
  const files = globSync('{app,components}/**/*.tsx', { cwd: ROOT })
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) =>
    callsIn(readFileSync(join(ROOT, file), 'utf8'))
      .flatMap(contradictions)
      .map((names) => `${file}: ${names.join(' ')}`),
  )
  expect(found).toEqual([])
})

test('it is seen where a condition would not win', () => {
  const call = "className={cx('border bg-surface', held && 'bg-sunken', ok ? 'text-good' : 'text-bad')}"
  expect(callsIn(call).map(contradictions)).toEqual([[['bg-surface', 'bg-sunken']]])
})
