import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import { Markdown } from './markdown.tsx'

const html = (text: string) =>
  renderToStaticMarkup(createElement(Markdown, { text, issueHref: (ref) => `/issues/${ref}` }))

describe('what people write', () => {
  test('stays text where it looks like markup or script', () => {
    expect(html('<img src=x onerror=alert(1)>')).toContain('&lt;img src=x')
    expect(html('[tempting](javascript:alert(1))')).not.toContain('href')
    expect(html('[tempting](data:text/html,x)')).not.toContain('href')
    expect(html('![tracker](https://example.org/pixel.png)')).not.toContain('<img')
  })

  test('links to the web, to mail and to issues', () => {
    expect(html('[docs](https://docs.example.org/a)')).toContain('href="https://docs.example.org/a"')
    expect(html('see https://example.org/x.')).toContain('href="https://example.org/x"')
    expect(html('[write](mailto:a@example.org)')).toContain('href="mailto:a@example.org"')
    expect(html('after #12')).toContain('href="/issues/12"')
    expect(html('colour&#12 and a#12')).not.toContain('/issues/12')
  })

  test('keeps its paragraphs, lists, code and emphasis', () => {
    expect(html('one\n\ntwo').match(/<p>/g)).toHaveLength(2)
    expect(html('- [x] done\n- open')).toContain('☑ done')
    expect(html('1. first\n2. second')).toContain('<ol')
    expect(html('```\n# no heading\n```')).toContain('# no heading')
    expect(html('**bold** and `code`')).toContain('<strong')
    expect(html('snake_case_name')).not.toContain('<em>')
  })

  test('loses the hidden hints of a template', () => {
    expect(html('<!-- fill this in -->\nReal words')).not.toContain('fill this in')
  })
})
