import { linesOf } from './prose.ts'

const MENTION = /(?<![\w@./-])@([a-z0-9][a-z0-9._-]{0,63})(?![\w@-])/gi

/**
 * Handbook › Acknowledgement of Pings: "If you are pinged by name … please acknowledge it". The handles that a text
 * names with @, in small letters, each once, in their order; what stands in code pings nobody.
 */
export function mentionsIn(markdown: string): string[] {
  const handles = linesOf(markdown).flatMap(({ words }) =>
    [...words.matchAll(MENTION)].map((match) => (match[1] ?? '').replace(/[._-]+$/, '').toLowerCase()),
  )
  return [...new Set(handles.filter((handle) => handle !== ''))]
}
