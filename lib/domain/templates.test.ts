import { describe, expect, test } from 'vitest'

import { descriptionWith, STARTERS, templateFor, whyNotTemplate } from './templates.ts'
import { because } from './testing/because.ts'

describe('a template', () => {
  const bug = { title: 'Bug', type: 'bug' as const, body: '## What happens' }

  test('has a title of its own and something to begin with', () => {
    expect(whyNotTemplate(bug, ['Feature'])).toBeNull()
    expect(whyNotTemplate(bug, ['bug'])?.because).toBe('A template “Bug” already exists.')
    expect(whyNotTemplate({ ...bug, title: ' ' }, [])?.code).toBe('title_missing')
    expect(whyNotTemplate({ ...bug, body: '\n' }, [])?.code).toBe('body_missing')
  })

  test('is found by the type of the work; work without a type has none', () => {
    expect(templateFor(STARTERS, 'maintenance')?.title).toBe('Maintenance')
    expect(templateFor([bug], 'feature')).toBeNull()
    expect(templateFor(STARTERS, null)).toBeNull()
  })

  test('fills an empty description, takes the place of another template, and never of what was typed', () => {
    expect(descriptionWith('', '', bug.body)).toBe(bug.body)
    expect(descriptionWith('## Why', '## Why', bug.body)).toBe(bug.body)
    expect(descriptionWith('## Why\nBecause.', '## Why', bug.body)).toBe('## Why\nBecause.')
  })
})

test('the templates to begin with break no rule of their own', () => {
  const titles = STARTERS.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  for (const one of STARTERS) {
    expect(
      whyNotTemplate(
        one,
        titles.filter((title) => title !== one.title),
      ),
    ).toBeNull()
  }
})

test('a template without a title or a text says which of the two is missing', () => {
  const bug = { title: 'Bug', type: 'bug' as const, body: '## What happens' }
  expect(because(whyNotTemplate({ ...bug, title: '\u200b' }, []))).toBe('Give the template a title.')
  expect(because(whyNotTemplate({ ...bug, body: ' \n' }, []))).toBe('Add a description for the template.')
})
