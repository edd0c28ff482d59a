import { expect, test } from 'vitest'
import { z } from 'zod'

import { api, sessionEndpoints } from '#lib/contract/api.ts'

const NAMED = ['title', 'name', 'area', 'owner', 'titles', 'addLabels']

test('no name and no title that can be given to anything may be of invisible signs alone', () => {
  const checked: string[] = []
  for (const { id, input, method } of [...api, ...sessionEndpoints]) {
    if (method === 'GET') continue
    for (const [field, shape] of fieldsOf(input)) {
      if (!NAMED.includes(field) || !shape.safeParse('visible').success) continue
      checked.push(`${id} ${field}`)
      for (const sign of ['\u200b', '\u3164', '\u2800', '\u00ad\u2060', '\u0301', '\u202e'])
        expect(shape.safeParse(sign).success, `${id} ${field} ${JSON.stringify(sign)}`).toBe(false)
    }
  }
  expect(checked.length).toBeGreaterThan(20)
})

/** Every field of an input, those of the objects and lists in it too. */
function fieldsOf(shape: unknown): [string, z.ZodType][] {
  if (shape instanceof z.ZodObject) {
    return Object.entries(shape.shape).flatMap(([field, inner]): [string, z.ZodType][] =>
      inner instanceof z.ZodType ? [[field, inner], ...fieldsOf(inner)] : [],
    )
  }
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable) return fieldsOf(shape.unwrap())
  if (shape instanceof z.ZodArray) return fieldsOf(shape.element)
  if (shape instanceof z.ZodUnion) return shape.options.flatMap(fieldsOf)
  return []
}
