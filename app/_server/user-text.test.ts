import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const COMPONENTS = join(import.meta.dirname, '../../components')

/** Rooms and parts in which such a word is the product's own: the reference, the headings of a page, buttons of rules. */
const OURS =
  /^(reference\/|settings\/|frame\/keys\/keys-dialog|sign-in\/frame|groups\/(panel|facts-panel)|week\/my-week|search\/search-page|texts\/text-diff|issues\/(list\/(list-head|state-tabs)|report\/report)\.tsx|epics\/epic-rail|ui\/(fact|field|section|state|hue-field|shown-once)|ui\/(days|popups)\/)/

/** The tag before what a person has named, where the name stands right in it, perhaps after other text. */
const NAMED =
  /<(\w[\w.]*)((?:[^<>/]|=>|\/(?!>))*?)>[^<>{}]*\{(?:\w+\??\.)*(?:name|title|actorName|issueTitle|driName)\}/g

/** What gives what is in it a direction of its own, and parts of which the name is no child. */
const ISOLATING = new Set(['bdi', 'Menu', 'MenuButton'])

test('what a person has named is read in its own direction: it stands in a bdi, or in an element with dir="auto"', () => {
  const bare: string[] = []
  for (const path of readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.tsx') || OURS.test(path)) continue
    const text = readFileSync(join(COMPONENTS, path), 'utf8')
    for (const { 0: found, 1: tag = '', 2: attributes = '' } of text.matchAll(NAMED)) {
      if (!ISOLATING.has(tag) && !attributes.includes('dir=')) bare.push(`${path}: ${found}`)
    }
  }
  expect(bare).toEqual([])
})

/** What stands behind a name in one element that takes its direction from it: then it would be moved before the name. */
const BESIDE =
  /<\w+(?:[^<>]|=>)*\sdir="auto"(?:[^<>]|=>)*>\s*\{(?:\w+\??\.)*(?:name|title|actorName|issueTitle|driName)\}\s*(?:\{' '\}\s*)?<(?!\/)/g

test('what has its direction from a name holds the name alone: what stands beside it stays where it is', () => {
  const found: string[] = []
  for (const path of readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.tsx')) continue
    const text = readFileSync(join(COMPONENTS, path), 'utf8')
    for (const [one] of text.matchAll(BESIDE)) found.push(`${path}: ${one.replaceAll(/\s+/g, ' ')}`)
  }
  expect(found).toEqual([])
})
