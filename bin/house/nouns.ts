import { type CodeFile, nodes } from './files.ts'

/** The most files that a new noun may be written into outside of its own; what is generated does not count. */
export const MOST_PLACES = 8
/** The noun by which it is shown: the last that was added. */
export const SHOWN = 'templates'

/** What counts speaks of what it counts. */
const ABOUT_THE_HOUSE = /^bin\/house/

const oneOf = (nouns: string): string => nouns.replace(/s$/, '')

/** Whether a file is one of the noun's own, which are called after it on every floor. */
export const isOwn = (path: string, nouns: string): boolean =>
  new RegExp(`(?:^|/)${oneOf(nouns)}s?(?:[./-][^/]*|/.*)$`).test(path)

/**
 * Files outside its own that a noun is written into: they import one of its files, or name it in a list, as a key with
 * something behind it, by the id of an endpoint, an event or a right, or ask a function for it in a test. Sorted.
 */
export function placesOf(files: readonly CodeFile[], nouns: string): string[] {
  const isNamed = namer(nouns)
  return files
    .filter(({ path }) => !isOwn(path, nouns) && !ABOUT_THE_HOUSE.test(path))
    .filter(
      ({ imports, program, isTest }) =>
        imports.some((path) => isOwn(path, nouns)) ||
        [...nodes(program)].some((node) => isNamed(node, isTest)),
    )
    .map(({ path }) => path)
    .toSorted()
}

/** Whether a node of a syntax tree names the noun: “templates”, “template.edit”, “issue_templates”, “Issue templates”. */
function namer(nouns: string): (node: Record<string, unknown>, isTest: boolean) => boolean {
  const alone = new RegExp(`^(?:issue[_ ])?${oneOf(nouns)}s?$`, 'i')
  const id = new RegExp(`^${oneOf(nouns)}s?\\.\\w+$`)
  const many = new RegExp(`^(?:issue[_ ])?${nouns}$`, 'i')
  const called = (of: unknown): boolean => alone.test(String(valueOf(of)))
  return (node, isTest) => {
    if (node.type === 'StringLiteral') return id.test(String(node.value)) || many.test(String(node.value))
    const list = node.type === 'ArrayExpression' ? node.elements : isTest ? node.arguments : null
    if (Array.isArray(list)) return list.some((one) => called(memberOf(one, 'expression')))
    if (node.type !== 'KeyValueProperty') return false
    // `{ template: '%s' }` is a word of some library; `{ template: { … } }` is a row of ours
    return called(node.key) && memberOf(node.value, 'type') === 'ObjectExpression'
  }
}

const memberOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined

const valueOf = (of: unknown): unknown => memberOf(of, 'value')
