import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parse, type Program } from '@swc/core'

/** A file of code: its path from the root of the checkout, its lines that are not empty, and its syntax tree. */
export type CodeFile = {
  path: string
  lines: number
  isTest: boolean
  /** What it imports of this house, as paths from the root. */
  imports: readonly string[]
  program: Program
}

const FLOORS = ['app', 'bin', 'components', 'db', 'e2e', 'lib']

/** Every file of code on every floor. */
export async function codeFiles(root: string): Promise<CodeFile[]> {
  const found = await Promise.all(
    FLOORS.map((floor) => readdir(join(root, floor), { recursive: true, withFileTypes: true })),
  )
  const paths = found
    .flat()
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !one.name.endsWith('.d.ts'))
    .map((one) => relative(root, join(one.parentPath, one.name)))
  return await Promise.all(
    paths.map(async (path) => codeFile(path, await readFile(join(root, path), 'utf8'))),
  )
}

/** @param path from the root of the checkout */
export async function codeFile(path: string, text: string): Promise<CodeFile> {
  const program = await parse(text, { syntax: 'typescript', tsx: path.endsWith('x') })
  return {
    path,
    lines: text.split('\n').filter((line) => line.trim() !== '').length,
    isTest: isTest(path),
    imports: [...namesOf(program)].flatMap((name) => placeOf(path, name) ?? []),
    program,
  }
}

const isTest = (path: string): boolean =>
  path.startsWith('e2e/') || /(\.test|\.requests\.ts|\/testing\.tsx?|\/testing\/)/.test(path)

/** Every node of a tree, whatever its kind, in the order of the text. Where a node stands in the text is no node. */
export function* nodes(tree: unknown): Generator<Record<string, unknown>> {
  const rest: unknown[] = [tree]
  while (rest.length > 0) {
    const one = rest.pop()
    if (Array.isArray(one)) for (let at = one.length - 1; at >= 0; at -= 1) rest.push(one[at])
    else if (isNode(one)) {
      yield one
      for (const name of Object.keys(one).toReversed()) if (name !== 'span') rest.push(one[name])
    }
  }
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What it imports or exports from elsewhere, now or later. */
function* namesOf(program: Program): Generator<string> {
  for (const node of nodes(program)) {
    const { source } = node
    if (/^(Import|Export)/.test(String(node.type)) && isNode(source) && typeof source.value === 'string')
      yield source.value
    const { callee } = node
    if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'Import') continue
    for (const inner of nodes(node.arguments))
      if (inner.type === 'StringLiteral' && typeof inner.value === 'string') yield inner.value
  }
}

/** The file that an import names, as a path from the root; null for a package. */
export function placeOf(path: string, name: unknown): string | null {
  if (typeof name !== 'string') return null
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? join(path, '..', name) : null
}
