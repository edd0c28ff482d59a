import * as fc from 'fast-check'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'

/** What a field may hold that nobody meant: by type, by size, by letter, or by day. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32 + 1,
    2 ** 53,
    Number.MIN_VALUE,
    1e308,
    -0,
    [],
    {},
    [[]],
    [null],
    [{}],
  ),
  fc.constantFrom('', ' ', '\0', 'a\0b', '\ud800', 'a\udfffb', '\u202e', '\ufeff', '🦊'.repeat(300)),
  fc.constantFrom(
    '2026-02-31',
    '0000-00-00',
    '0001-01-01',
    '9999-12-31',
    '2026-1-1',
    'IST',
    'SystemV/PST8',
    'infinity',
    'NaN',
    '1e3',
    '0x10',
  ),
  fc.constantFrom("'; drop table issues; --", '%', '../..', 'julie', 'custom-models', '1', '-1', '__proto__'),
  fc.constantFrom<unknown>('x'.repeat(120_000), Array(700).fill(1), Array(700).fill('a')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer(),
)

/** Bodies for an endpoint, made of a valid one: fields odd, gone or too many. The same `seed` makes the same ones. */
export function oddBodies(
  endpoint: Endpoint,
  valid: object,
  seed: number,
  count: number,
): Record<string, unknown>[] {
  const inPath = pathNames(endpoint.path)
  const fields = Object.keys(endpoint.input.shape).filter((name) => !inPath.includes(name))
  const kept = Object.fromEntries(Object.entries(valid).filter(([name]) => fields.includes(name)))
  const extra = fc.dictionary(
    fc.constantFrom('id', 'groupId', 'group_id', 'admin', 'constructor', 'a b', ''),
    oddValue,
    {
      maxKeys: 2,
    },
  )
  const odd = fc.tuple(
    fields.length > 0 ? fc.dictionary(fc.constantFrom(...fields), oddValue, { minKeys: 1 }) : fc.constant({}),
    fc.subarray(fields, { maxLength: Math.min(1, fields.length) }),
    fc.oneof(
      { weight: fields.length > 0 ? 3 : 0, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: extra },
    ),
  )
  return fc.sample(odd, { numRuns: count, seed }).map(([changed, gone, more]) => {
    const body = { ...kept, ...changed, ...more }
    return Object.fromEntries(
      Object.entries(body).filter(([name]) => !gone.includes(name) || name in changed),
    )
  })
}

const deep = (letters: string, times: number) => letters.repeat(times)

/** What is no JSON object at all, or one that plays tricks. */
export const ODD_TEXTS: [what: string, text: string][] = [
  ['a list', '[]'],
  ['a list of bodies', '[{"title":"a"}]'],
  ['a word', '"hello"'],
  ['a number', '1'],
  ['null', 'null'],
  ['half an object', '{"title":'],
  ['two objects', '{}{}'],
  ['a comma too many', '{"title":"a",}'],
  ['single quotes', `{'title':'a'}`],
  ['NaN', '{"weight":NaN}'],
  ['a __proto__', '{"__proto__":{"admin":true}}'],
  ['a raw NUL', '{"title":"a\0b"}'],
  ['a bare line break', '{"title":"a\nb"}'],
  ['XML', '<title>a</title>'],
  ['a form', 'title=a&weight=1'],
  ['lists in lists in lists', deep('[', 100_000)],
  ['objects in objects', `${deep('{"a":', 20_000)}1${deep('}', 20_000)}`],
  ['a number without end', `{"weight":1${deep('0', 100_000)}}`],
  ['a word without end', `{"${deep('x', 500_000)}":1}`],
]

/** What a part of a path may hold that nobody meant, as it stands in an address. */
export const ODD_PARTS = [
  '0',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  'NaN',
  'abc',
  '2147483648',
  '9007199254740993',
  '99999999999999999999',
  '%20',
  '%00',
  'a%00b',
  '%0a',
  '%ED%A0%80',
  '%FF',
  '%zz',
  '%2F',
  '%5C..%5C',
  '%E2%80%AE',
  '%F0%9F%A6%8A',
  "'%20or%201=1--",
  '%25',
  '*',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(3000),
]

/** Queries that no endpoint asks for. */
export const ODD_QUERIES = [
  'x=1',
  '__proto__=1',
  '__proto__[admin]=true',
  'constructor=1',
  'constructor.prototype.admin=true',
  'toString=1',
  '=1',
  '%00=1',
  'x=%00',
  'x=%ED%A0%80',
  'x=%zz',
  'admin=true&admin=false',
  `${'x'.repeat(2000)}=1`,
]

const TRICKS = ['"__proto__":{"admin":true}', '"constructor":{"prototype":{"admin":true}}']

/** Bodies as text, with a `__proto__` or a `constructor` beside their fields, as a field, and in each object of them. */
export function poisoned(valid: object): string[] {
  const fields = Object.keys(valid)
  const asFields = fields.map((name) => ({ ...valid, [name]: { [MARK]: 0 } }))
  const bodies = [...marked(valid), ...asFields].map((body) => JSON.stringify(body))
  return bodies.flatMap((body) => TRICKS.map((trick) => body.replace(`"${MARK}":0`, trick)))
}

/** Where a trick comes to stand that no object of ours could be written with. */
const MARK = 'MARK'

/** A value with the mark as one more field of each object in it. */
function marked(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => marked(one).map((two) => value.with(at, two)))
  if (typeof value !== 'object' || value === null) return []
  const deeper = Object.entries(value).flatMap(([name, one]) =>
    marked(one).map((two) => ({ ...value, [name]: two })),
  )
  return [{ ...value, [MARK]: 0 }, ...deeper]
}
