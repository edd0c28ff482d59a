import { tests } from 'commonmark-spec'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { parseMarkdown } from '#lib/kit/markdown/parse.ts'
import { isSafe } from '#lib/kit/markdown/settle.ts'

import { Markdown } from './markdown.tsx'

/** Raw HTML is text here, hidden hints are left out, and `<details>` folds. */
const RAW_HTML = [
  21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167,
  168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188,
  189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 625,
  626, 627, 628, 629, 630, 631, 642, 643,
]
/** Bare addresses are links, as GitHub's extension of the specification says. */
const BARE_ADDRESSES = [602, 608, 611, 612]

const decidedOtherwise = new Set([...RAW_HTML, ...BARE_ADDRESSES])
const tabbed = (text: string) => text.replaceAll('→', '\t')

const drawn = (markdown: string) =>
  comparable(renderToStaticMarkup(createElement(Markdown, { tree: parseMarkdown(tabbed(markdown)) })))

/** What the specification expects, with what our rules decide for every text of the kind. */
const expected = (html: string) =>
  comparable(
    led(led(tabbed(html)))
      // Above a text stand the title of the page and of its part.
      .replaceAll(
        /(<\/?h)([1-6])>/g,
        (_, tag: string, level: string) => `${tag}${[3, 3, 4, 5, 6, 6][Number(level) - 1]}>`,
      )
      .replaceAll('\n</code></pre>', '</code></pre>'),
  )

/** Images are links to them, since what is loaded from elsewhere tells who reads; links lead to the web and to mail. */
const led = (html: string) =>
  html
    .replaceAll(/<img src="([^"]*)" alt="([^"]*)"( title="[^"]*")? \/>/g, '<a href="$1"$3>$2</a>')
    .replaceAll(/<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (link, url: string, nodes: string) =>
      isSafe(url) ? link : nodes,
    )

const BLOCK = 'p|ul|ol|li|h\\d|hr|blockquote|pre'

/** Without what only looks, and without blanks between blocks. */
const comparable = (html: string) =>
  html
    .replaceAll(/ (?:class|rel|target|tabindex|data-language|dir)="[^"]*"/g, '')
    .replaceAll(/<\/?(?:div|span)>/g, '')
    .replaceAll(/<br ?\/>\n?/g, '<br>')
    .replaceAll(/<hr ?\/>/g, '<hr>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(new RegExp(`\\s+(?=</?(?:${BLOCK})\\b)`, 'g'), '')
    .replaceAll(new RegExp(`(</?(?:${BLOCK})(?: [^>]*)?>)\\s+`, 'g'), '$1')
    .trim()

test('the specification has all its examples', () => expect(tests).toHaveLength(652))

test.each(tests.filter(({ number }) => !decidedOtherwise.has(number)))(
  'example $number ($section) is drawn as the specification says',
  ({ markdown, html }) => expect(drawn(markdown)).toBe(expected(html)),
)

test('what is decided otherwise is just what is listed', () => {
  const others = tests.filter(({ markdown, html }) => drawn(markdown) !== expected(html))
  expect(others.map(({ number }) => number)).toEqual([...decidedOtherwise].toSorted((a, b) => a - b))
})

test.each(tests.filter(({ number }) => RAW_HTML.includes(number)))(
  'example $number ($section) lets no markup of a text through',
  ({ markdown }) => {
    for (const [tag] of drawn(markdown).matchAll(/<[^>]*>/g))
      expect(tag).toMatch(
        /^<\/?(?:p|ul|ol|li|h\d|hr|br|blockquote|pre|code|em|strong)>$|^<a href="(?:https?:\/\/|mailto:)[^"]*">$|^<\/a>$/,
      )
  },
)
