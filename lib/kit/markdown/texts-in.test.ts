import { describe, expect, test } from 'vitest'

import { parseMarkdown } from './parse.ts'
import { slim, textsIn } from './texts-in.ts'

describe('the texts of an answer', () => {
  test('are found in their order, wherever they stand in it', () => {
    const answer = {
      title: 'No text',
      description: 'first',
      comments: [
        { id: 1, body: 'second' },
        { id: 2, body: '' },
      ],
      driHistory: [{ person: 'julie', context: 'third' }],
      handOvers: null,
    }
    expect(textsIn(answer)).toEqual(['first', 'second', 'third'])
    expect(textsIn(JSON.parse(JSON.stringify(answer)))).toEqual(textsIn(answer))
  })
})

describe('a tree for drawing', () => {
  test('keeps what is said, and the places of tasks', () => {
    const tree = slim(parseMarkdown('- [x] **done**\n- [ ] open, see #12\n'))
    expect(JSON.parse(JSON.stringify(tree))).toMatchObject({
      children: [
        {
          type: 'list',
          children: [
            { checked: true, position: { start: { offset: 0 } } },
            { checked: false, position: { start: { offset: 15 } } },
          ],
        },
      ],
    })
  })

  test('holds no other place', () => {
    const tree = JSON.stringify(slim(parseMarkdown('# A\n\nb *c* `d`\n\n| e |\n| - |\n| f |\n')))
    expect(tree).not.toContain('position')
  })
})
