/** A line of a text, and whether the other text has it too, in the same order. */
export type ComparedLine = { line: string; same: boolean }

/** Beyond this many pairs of lines only what both texts begin and end with counts as the same. */
const MOST_PAIRS = 1_000_000

/** Two texts, line by line: the longest run of lines that both hold in order is the same, the rest is marked. */
export function compareTexts(mine: string, theirs: string): { mine: ComparedLine[]; theirs: ComparedLine[] } {
  const [a, b] = [mine.split('\n'), theirs.split('\n')]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const inner = common(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const marked = (lines: string[], kept: ReadonlySet<number>) =>
    lines.map((line, at) => ({ line, same: at < start || at >= lines.length - end || kept.has(at - start) }))
  return { mine: marked(a, inner.a), theirs: marked(b, inner.b) }
}

/** The places of a longest common subsequence, by the usual table of lengths. */
function common(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const kept = { a: new Set<number>(), b: new Set<number>() }
  if (a.length * b.length > MOST_PAIRS) return kept
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      kept.a.add(i)
      kept.b.add(j)
      ;[i, j] = [i + 1, j + 1]
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return kept
}
