import * as fc from 'fast-check'
import type { RootContent } from 'mdast'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import type { Reference } from '#lib/kit/markdown/references.ts'
import { parseMarkdown } from '#lib/kit/markdown/parse.ts'
import { taskAt, withTask } from '#lib/kit/markdown/tasks.ts'

import { Markdown } from './markdown.tsx'

const toIssue = ({ sigil, key, raw }: Reference) =>
  sigil === '#' ? createElement('a', { href: `/issues/${key}` }, raw) : null

const html = (text: string) =>
  renderToStaticMarkup(createElement(Markdown, { tree: parseMarkdown(text), refer: toIssue }))
    .replaceAll(/ (?:class|dir)="[^"]*"/g, '')
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
    expect(html('one  \ntwo')).toBe('<p>one<br/>two</p>')
    expect(html('one\ntwo')).toBe('<p>one\ntwo</p>')
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
    expect(html('> one\ngoes on')).toBe('<blockquote><p>one\ngoes on</p></blockquote>')
  })

  test('shows tables with their alignment, bars in cells included', () => {
    const table = html('| A | B | C |\n|:--|--:|:-:|\n| 1 | **2** | a \\| b |\n| short |\nafter')
    expect(table.match(/<th /g)).toHaveLength(3)
    expect(table).toContain('<strong>2</strong>')
    expect(table).toContain('a | b')
    expect(table.match(/<tr/g)).toHaveLength(4)
    expect(html('a | b\nno table')).toBe('<p>a | b\nno table</p>')
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

/** Ticks each task in turn as a press of its box does, and gives the texts. */
function ticked(text: string): string[] {
  const places: number[] = []
  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      const at = node.type === 'listItem' ? taskAt(node) : null
      if (at !== null) places.push(at)
      if ('children' in node) visit(node.children)
    }
  }
  visit(parseMarkdown(text).children)
  return places.map((at) => withTask(withTask(text, at, false), at, true))
}

describe('a task is ticked off in the text where it stands', () => {
  test('in lists of every mark', () => {
    expect(ticked('# Plan\n\n* [ ] one\n\n1. [ ] two\n2) [x] three')).toEqual([
      '# Plan\n\n* [x] one\n\n1. [ ] two\n2) [x] three',
      '# Plan\n\n* [ ] one\n\n1. [x] two\n2) [x] three',
      '# Plan\n\n* [ ] one\n\n1. [ ] two\n2) [x] three',
    ])
  })

  test('in quotes and in lists within each other', () => {
    expect(ticked('> - [ ] one\n> - [ ] two')).toEqual([
      '> - [x] one\n> - [ ] two',
      '> - [ ] one\n> - [x] two',
    ])
    expect(ticked('- [ ] a\n  1. [ ] b\n     > - [ ] c')).toEqual([
      '- [x] a\n  1. [ ] b\n     > - [ ] c',
      '- [ ] a\n  1. [x] b\n     > - [ ] c',
      '- [ ] a\n  1. [ ] b\n     > - [x] c',
    ])
    expect(ticked('- - [ ] within')).toEqual(['- - [x] within'])
  })

  test('and never in code, or where there is none', () => {
    expect(ticked('```\n- [ ] shown\n```')).toEqual([])
    expect(withTask('# Plan', 0, true)).toBe('# Plan')
  })
})

describe('what once went wrong', () => {
  test('marks within marks, and words of other scripts with underscores', () => {
    expect(html('**API (*v2*) is late**')).toBe('<p><strong>API (<em>v2</em>) is late</strong></p>')
    expect(html('пристаням_стремятся_')).toBe('<p>пристаням_стремятся_</p>')
  })

  test('a link never holds another one', () => {
    expect(html('[https://x.test/a](https://x.test/b)')).toBe(
      '<p><a href="https://x.test/b" rel="noreferrer noopener nofollow" target="_blank">https://x.test/a</a></p>',
    )
    expect(html('[![ci](https://x.test/ci.svg)](https://x.test/runs)').match(/<a /g)).toHaveLength(1)
  })

  test('a bare address ends where words go on without a space', () => {
    expect(html('https://x.test/a網関を見る')).toContain('href="https://x.test/a"')
    expect(html('見て（https://x.test/a）。')).toContain('href="https://x.test/a"')
    expect(html('https://x.test/aを見て #12')).toContain('href="/issues/12"')
  })

  test('what no person writes is shown as it is written, and what stands before it as ever', () => {
    expect(html(`**a**\n\n${'> '.repeat(300)}b`)).toMatch(
      /^<p><strong>a<\/strong><\/p><p>&gt; &gt; .* b<\/p>$/,
    )
  })

  test('marks in a name mean nothing', () => {
    const named = (text: string) =>
      renderToStaticMarkup(
        createElement(Markdown, {
          tree: parseMarkdown(text),
          refer: ({ key }) => createElement('b', null, key),
        }),
      )
    expect(named('~"a *b* c" and %"x_y_" and @a_b._c')).toMatch(
      /<b>a \*b\* c<\/b> and <b>x_y_<\/b> and <b>a_b._c<\/b>/,
    )
    expect(named('_@newick_ and @julie/@newick')).toMatch(
      /<em><b>newick<\/b><\/em> and <b>julie<\/b>\/<b>newick<\/b>/,
    )
    expect(named('~~@newick~~ and ~"no end')).toMatch(/<s><b>newick<\/b><\/s> and ~&quot;no end/)
  })

  test('what a backslash frees names nothing', () =>
    expect(html('\\#12 and #13')).not.toContain('/issues/12'))

  test('<details> folds what it holds, within each other too, and one without an end is text', () => {
    const text =
      '<details>\n<summary>Log of the *run*</summary>\n\n- [ ] a\n\n<details open>\n\nb\n\n</details>\n\n</details>\n\nc'
    expect(html(text).match(/<details/g)).toHaveLength(2)
    expect(html(text)).toContain('<summary>Log of the *run*</summary>')
    expect(html(text)).toContain('<details open=""><summary>Details</summary>')
    expect(html(text)).toMatch(/<p>c<\/p>$/)
    expect(html('<details><summary>Short</summary>inside</details>')).toContain('<p>inside</p>')
    expect(html('<details>\n\nopen')).toBe('<p>&lt;details&gt;</p><p>open</p>')
  })
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

  const filled = (piece: string) => piece.repeat(Math.ceil(65_000 / piece.length)).slice(0, 65_000)
  const prose = filled(
    'Some **bold** text with `code`, a [link](https://x.test/a) and #12.\n\n- item\n- [ ] task\n\n',
  )

  test.each([
    ['stars', '*a **b '.repeat(4_500) + 'c** d*'.repeat(4_500)],
    ['underscores', filled('_a*')],
    ['tildes', filled('a~~b~~')],
    ['brackets', '*['.repeat(12_000) + '](https://a.b)'.repeat(1_500)],
    ['links within links', '['.repeat(10_000) + 'a' + '](b)'.repeat(8_000)],
    ['openings of links', filled('[a](')],
    ['quotes', filled('> ')],
    ['lists', filled('- ') + 'a'],
    ['items within items', filled('* * * * * * a\n')],
    ['nested items', Array.from({ length: 250 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['underlined lines', filled('a\n-\n')],
    ['lines that go on', `> a\n${filled('b\n')}`],
    ['backticks', filled('` `` ')],
    ['comments', filled('<!--')],
    ['tags', filled('<a b="')],
    ['addresses', filled('https://a.b/ a@b.c ')],
    ['definitions', filled('[a]: /u "x"\n\n[a] [b]\n')],
    ['folds', filled('<details>\n\n')],
    ['cells', `${'|a'.repeat(16_000)}\n${'|-'.repeat(16_000)}`],
  ])('65,000 characters of %s cost little more than as much prose', (_, text) => {
    html(prose.slice(0, 5_000))
    expect(costOf(text)).toBeLessThan(5 * costOf(prose))
  })
})

/** Time of the processor, which other work on the machine does not lengthen much. */
function costOf(text: string): number {
  const before = process.cpuUsage()
  html(text)
  const { user, system } = process.cpuUsage(before)
  return user + system
}
