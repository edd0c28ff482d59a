import { proseOf } from '#lib/kit/markdown/parse.ts'

/** A line of Markdown as the rules read it: `words` is as long as `text`, with what is code or a hidden hint blanked. */
export type Line = { text: string; words: string }

/** Rules read quick actions and tasks in what people say, never in code that they show. Takes time linear to the text. */
export function linesOf(markdown: string): Line[] {
  const text = markdown.replaceAll('\r\n', '\n')
  const words = proseOf(text).split('\n')
  return text.split('\n').map((line, at) => ({ text: line, words: words[at] ?? '' }))
}
