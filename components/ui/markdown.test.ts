import * as fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import { withTask } from './markdown-blocks.ts'
import { Markdown } from './markdown.tsx'
import type { Reference } from './markdown.tsx'

const toIssue = ({ sigil, key, raw }: Reference) =>
  sigil === '#' ? createElement('a', { href: `/issues/${key}` }, raw) : null

const html = (text: string) =>
  renderToStaticMarkup(createElement(Markdown, { text, refer: toIssue }))
    .replaceAll(/ class="[^"]*"/g, '')
    .replace(/^<div>|<\/div>$/g, '')

describe('what people write', () => {
  test('stays text where it looks like markup or script', () => {
    expect(html('<img src=x onerror=alert(1)>')).toContain('&lt;img src=x')
    expect(html('[tempting](javascript:alert(1))')).not.toContain('href')
    expect(html('[tempting](data:text/html,x)')).not.toContain('href')
    expect(html('[tempting](<java\tscript:alert(1)>)')).not.toContain('href')
    expect(html('<javascript:alert(1)>')).not.toContain('href')
    expect(html('![tracker](https://example.org/pixel.png)')).not.toContain('<img')
  })

  test('links to the web, to mail and to issues', () => {
    expect(html('[docs](https://docs.example.org/a)')).toContain('href="https://docs.example.org/a"')
    expect(html('[docs](https://example.org/a_(b) "its title")')).toContain(
      'href="https://example.org/a_(b)"',
    )
    expect(html('see https://example.org/x.')).toContain('href="https://example.org/x"')
    expect(html('(see https://example.org/a_(b))')).toContain('href="https://example.org/a_(b)"')
    expect(html('<https://example.org>')).toContain('href="https://example.org"')
    expect(html('[write](mailto:a@example.org)')).toContain('href="mailto:a@example.org"')
    expect(html('after #12')).toContain('href="/issues/12"')
    expect(html('colour&#12 and a#12')).not.toContain('/issues/12')
    expect(html('[not #12](https://example.org)')).not.toContain('/issues/12')
  })

  test('keeps its paragraphs, line breaks and headings', () => {
    expect(html('one\n\ntwo')).toBe('<p>one</p><p>two</p>')
    expect(html('one\ntwo')).toBe('<p>one<br/>two</p>')
    expect(html('## Two ##')).toBe('<h3>Two</h3>')
    expect(html('Title\n---\ntext')).toBe('<h3>Title</h3><p>text</p>')
    expect(html('***')).toBe('<hr/>')
  })

  test('keeps its emphasis, within each other and not within words', () => {
    expect(html('**bold *both* ~~gone~~**')).toBe('<p><strong>bold <em>both</em> <s>gone</s></strong></p>')
    expect(html('***both***')).toBe('<p><em><strong>both</strong></em></p>')
    expect(html('snake_case_name and 2 * 3 * 4')).toBe('<p>snake_case_name and 2 * 3 * 4</p>')
    expect(html('\\*as it is\\*')).toBe('<p>*as it is*</p>')
    expect(html('**open')).toBe('<p>**open</p>')
    expect(html('~bug and ~feature')).toBe('<p>~bug and ~feature</p>')
  })

  test('keeps code as it is', () => {
    expect(html('`a *b* #12 <c>`')).toBe('<p><code>a *b* #12 &lt;c&gt;</code></p>')
    expect(html('`` a`b ``')).toBe('<p><code>a`b</code></p>')
    expect(html('```\n# no heading\n\n<!-- shown -->\n```')).toContain('# no heading\n\n&lt;!-- shown --&gt;')
    expect(html('```ts\nconst a = 1\n```')).toContain('data-language="ts"')
    expect(html('1. step\n\n   ```\n   run\n   ```\n2. next').match(/<ol/g)).toHaveLength(1)
  })

  test('nests lists and quotes', () => {
    expect(html('- a\n  - b\n    1. c\n- d').match(/<li/g)).toHaveLength(4)
    expect(html('- a\n  - b')).toMatch(/<li>a<div><ul><li>b<\/li><\/ul><\/div><\/li>/)
    expect(html('3. three\n4. four')).toContain('<ol start="3">')
    expect(html('> one\n> > two\n\nthree')).toBe(
      '<blockquote><p>one</p><blockquote><p>two</p></blockquote></blockquote><p>three</p>',
    )
    expect(html('> one\ngoes on')).toBe('<blockquote><p>one<br/>goes on</p></blockquote>')
  })

  test('shows tables with their alignment, bars in cells included', () => {
    const table = html('| A | B | C |\n|:--|--:|:-:|\n| 1 | **2** | a \\| b |\n| short |\nafter')
    expect(table.match(/<th /g)).toHaveLength(3)
    expect(table).toContain('<strong>2</strong>')
    expect(table).toContain('a | b')
    expect(table.match(/<tr/g)).toHaveLength(4)
    expect(html('a | b\nno table')).toBe('<p>a | b<br/>no table</p>')
  })

  test('shows tasks as boxes, which say what they are for', () => {
    const tasks = html('- [x] done *well*\n- [ ] open')
    expect(tasks).toContain('aria-label="done well" checked=""')
    expect(tasks.match(/type="checkbox" disabled=""/g)).toHaveLength(2)
  })

  test('loses the hidden hints of a template, and nothing that follows a hint without an end', () => {
    expect(html('<!-- fill\nthis in -->\nReal words')).toBe('<p>Real words</p>')
    expect(html('a <!-- no end')).toContain('no end')
  })
})

test('a task is ticked off in the text where it stands', () => {
  const text = '# Plan\n\n> - [ ] one\n\n1. [x] two'
  expect(withTask(text, 2, true)).toBe('# Plan\n\n> - [x] one\n\n1. [x] two')
  expect(withTask(text, 4, false)).toBe('# Plan\n\n> - [ ] one\n\n1. [ ] two')
  expect(withTask(text, 0, true)).toBe(text)
})

describe('whatever is written', () => {
  const marks = [
    '*',
    '_',
    '~~',
    '`',
    '```',
    '[',
    '](',
    ')',
    '!',
    '<',
    '>',
    '|',
    '|-|',
    '- ',
    '1. ',
    '#',
    '\n',
    '\n\n',
    '  ',
    '@',
    '%"',
    '&',
    '\\',
    'a',
    'http://b',
    'javascript:',
    '<!--',
    '-->',
    '[ ] ',
  ]
  const nasty = fc.array(fc.constantFrom(...marks), { maxLength: 60 }).map((parts) => parts.join(''))

  test('it can be shown, and leads nowhere but to the web, to mail and to issues', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ maxLength: 200 })), (text) => {
        for (const [, href = ''] of html(text).matchAll(/href="([^"]*)"/g)) {
          expect(href).toMatch(/^(https?:\/\/|mailto:|\/issues\/\d+$)/i)
        }
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['stars', '*a **b '.repeat(3_000) + 'c** d*'.repeat(3_000)],
    ['brackets', '*['.repeat(12_000) + '](https://a.b)'.repeat(1_500)],
    ['openings of links', '[a]('.repeat(10_000)],
    ['quotes', '> '.repeat(20_000)],
    ['lists', '- '.repeat(20_000) + 'a'],
    ['nested items', Array.from({ length: 280 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['backticks', '` `` '.repeat(8_000)],
    ['comments', '<!--'.repeat(10_000)],
    ['cells', `${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}`],
  ])('forty thousand characters of %s take no more than a moment', (_, text) => {
    const begin = performance.now()
    html(text)
    expect(performance.now() - begin).toBeLessThan(2_000)
  })
})
