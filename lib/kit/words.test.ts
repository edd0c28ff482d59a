import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parse } from '@swc/core'
import { expect, test } from 'vitest'

/** What people read says things as the products of the field do. Each phrase stands with the better one. */
const BETTER: [RegExp, string][] = [
  [/\b(?:who|whom|what|which)(?:so)?ever\b/i, 'the role or the person'],
  // The handbook’s own “I need someone to take over Y because Z” stays.
  [
    /\b(?:some|any|no)body\b|\bsomeone\b(?! to take over)|\bno one\b/i,
    'the role, the person, “no DRI”, “another person”',
  ],
  [/\beverybody\b/i, 'everyone'],
  [
    /\bone (?:does|did|has|is|may|can|could|must|needs|sees|says|wants|waits|asks|reads|knows)\b(?! of)/i,
    'you',
  ],
  [/\b(?:what|when|where|if|how) one\b(?! (?:of|more|person|issue|thing|browser|step|word|weight))/i, 'you'],
  [/\bwho are you\b/i, 'Choose a sample person'],
  [/\btake it\b|\bI take (?:it|them)\b|\byou took\b/i, 'Assign to me · You are now the DRI of'],
  [/\bif you should drive\b/i, '… is already the DRI. Ask for a hand-over.'],
  [/\bnot said\b/i, 'not set'],
  [/\bno day\b/i, 'No due date'],
  [/\bseen by\b|\bwho sees it\b|\bsay who sees\b/i, 'Visible to · Visibility'],
  [/\bwhole group (?:sees|·)|show to the whole group/i, 'visible to everyone in the group'],
  [/\bwho drove it\b/i, 'DRI history'],
  [/\bchanges of its scope\b/i, 'Scope history'],
  [/\bthe rules find\b/i, 'Needs attention'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bheavier than\b/i, 'Weight over'],
  [/\band not ready\b/i, 'Deliverable, not ready'],
  [/\bquick action; it stays as words\b/i, 'Unknown quick action …, kept as text'],
  [/\blet(?:ting)? go of\b/i, 'deselect · stepped down as DRI of'],
  [/\bput off\b/i, 'Snoozed'],
  [/\ball done\b/i, 'Mark all as done'],
  [/\bnothing waits\b/i, 'You’re all caught up'],
  [/\byou are (?:not )?told\b|\basked to be told\b/i, 'You’re (not) watching this issue'],
  [/\bgive(?:s)? back\b|\bgive an? \w+ back\b/i, 'Step down as DRI'],
  [/\bweigh(?:s|ed)? (?:it )?together\b/i, 'Estimate together'],
  [/\bwrite a filter\b|\bfilter in words\b/i, 'Advanced filter'],
  [/\bfiltered out\b/i, 'No cards match the filter'],
  [/\bsays of itself\b/i, 'About the group'],
  [/\bcalendar and (?:the )?numbers\b/i, 'Calendar and capacity'],
  [/\bmilestones? with days\b/i, 'Dated'],
  [/\b(?:check|checks|verify) the chain\b/i, 'Verify the log'],
  [/\bbefore it could be sent\b/i, 'Discarded before sending'],
  [/\ba program on\b/i, 'Unknown browser on'],
  [/\bundone: |\bas it was\.$/i, 'Undid the change to'],
  [/\bopens nothing\b/i, 'no longer works'],
  [/\byou say why\b/i, '(asks for a reason)'],
  [/\bthere is nothing here\b/i, 'Page not found, or you have no access'],
  [/\bthat the record knows of\b/i, 'Nothing recorded'],
  [/\bfor what\b|\bwhat does .* wait for\b/i, 'blocked on'],
  [/\bchanged who works on\b/i, 'Changed the assignees of'],
  [/\b% are left\b/i, 'None left'],
  [/\bsingle letters act\b/i, 'Single-letter shortcuts'],
  [/\blike the system\b/i, 'System'],
  [/\bgoing to …|\bgoing to \{\}…/i, 'Opening …'],
  [/\bdrop in\b/i, 'Move to'],
  [/\bby itself\b|\bby themselves\b/i, 'automatically'],
  [/\bany more\b/i, 'no longer'],
  [/\bmeanwhile\b/i, 'in the meantime; say what happened'],
  [
    /\btak(?:e|es|en|ing)\b(?: \S+){1,4} back\b|\btook(?: \S+){1,4} back\b|\btak(?:e|es|en) back\b|\btook back\b/i,
    'undo · remove',
  ],
  [/\bfound(?:s|ing)? (?:a|the|another) group\b|\bis founded\b/i, 'create a group'],
  [/\bto be seen\b|\byours to see\b|\bthere is no such\b/i, 'not found, or you have no access'],
  [/\bas promised\b|\bpromised\b/i, 'as documented · committed'],
  [/\bin words\b/i, 'say what it is'],
  [/\bover there\b|\bthe other side\b/i, 'name it: the sign-in provider'],
  [/\bgave no answer\b|\bgives no answer\b|\bnobody answers\b/i, 'does not respond'],
  [/\bran out\b|\bhas run out\b|\bruns out\b/i, 'expired · expires'],
  [/\bgave up\b|\bgives? (?:it|a weighing) up\b/i, 'cancel'],
  [/\bdeeds?\b|\bways? back\b/i, 'action · change · undo'],
  [/^(?:It is being|They are being) \w+\.$/, 'Saving… · Sending…'],
  [/\bdecide anew\b|\bbegin anew\b|\bstart afresh\b/i, 'start over'],
  [/\bcannot be (?:read|shown) now\b/i, 'Could not load'],
  [/\ba few words\b/i, 'a short note'],
  [/\banew\b/i, 'again'],
  [/\bgo(?:es)? on(?: \w+where)?[.;,]|\bto go on\b/i, 'continues'],
  [/\bcomes? off\b/i, 'Removes'],
  [/\bfor good\b/i, 'permanently'],
  [/\bin one act\b|\b\d acts?\b|\bacts? waits?\b/i, 'change · action'],
  [/\bmade up\b/i, 'invented'],
  [/\bbrought up to date\b/i, 'updated'],
]

/** A user of Unix has the name of a pronoun. */
const PERMITTED = [/named postgres or nobody/]

export type FoundText = { where: string; text: string }
type Node = Record<string, unknown> & { type?: string }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Attributes that no person reads. */
const QUIET = /^(?:className|class|id|htmlFor|href|type|key|role|d|data-[\w-]+)$/
const TYPES = /^Ts(?!AsExpression|SatisfiesExpression|NonNull|ConstAssertion)|^Import|^Export(?:All|Named)/

const nameOf = (node: unknown) => (isNode(node) ? String(node.value ?? '') : '')
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The words of one piece of JSX: what stands between its tags, with a gap for what is computed. */
function wordsOf(children: unknown[]): string {
  return children
    .map((child) => {
      if (!isNode(child)) return ''
      if (child.type === 'JSXText') return String(child.value)
      if (child.type === 'JSXElement' && Array.isArray(child.children)) return ` ${wordsOf(child.children)} `
      return ' {} '
    })
    .join('')
}

function* strings(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* strings(one)
  if (!isNode(node) || Array.isArray(node)) return
  const { type = '' } = node
  if (TYPES.test(type) || (type === 'JSXAttribute' && QUIET.test(nameOf(node.name)))) return
  if (type === 'StringLiteral') yield String(node.value)
  else if (type === 'TemplateLiteral' && Array.isArray(node.quasis))
    yield node.quasis.map((one) => (isNode(one) ? String(one.cooked ?? one.raw) : '')).join('{}')
  else if ((type === 'JSXElement' || type === 'JSXFragment') && Array.isArray(node.children))
    yield wordsOf(node.children)
  for (const [key, value] of Object.entries(node)) {
    const isKey = key === 'key' && type === 'KeyValueProperty'
    const isSql = key === 'template' && type === 'TaggedTemplateExpression'
    if (key !== 'span' && !isKey && !isSql) yield* strings(value)
    else if (isSql && isNode(value)) yield* strings(value.expressions)
  }
}

/** Names of values and statements in SQL are not what people read. */
const isRead = (text: string) =>
  /\s/.test(text)
    ? !/^(?:select|insert|update|delete|with|from|join|and|exists|not|use) |\$\d|group_id/.test(text)
    : /^[A-Z]/.test(text)

async function textsInCode(path: string, source: string): Promise<FoundText[]> {
  const { body } = await parse(source, { syntax: 'typescript', tsx: path.endsWith('x') })
  return [...strings(body)]
    .map(oneLine)
    .filter(isRead)
    .map((text) => ({ where: path, text }))
}

/** Of a document what is prose. */
function prose(path: string, text: string): FoundText[] {
  return text
    .replace(/^```[^]*?^```/gm, '')
    .split(/\n\s*\n|\n(?=[-#|])/)
    .map((one) => ({ where: path, text: oneLine(one.replace(/`[^`]*`/g, '{}')) }))
}

/** Of SQL what stands in quotation marks and is read: messages of functions, titles of the large world. */
function quoted(path: string, sql: string): FoundText[] {
  return [...sql.replace(/--.*$/gm, '').matchAll(/'((?:[^']|'')*)'/g)]
    .map(([, text = '']) => oneLine(text.replaceAll("''", "'")))
    .filter(isRead)
    .map((text) => ({ where: path, text }))
}

const worse = (texts: FoundText[]): string[] => [
  ...new Set(
    texts
      .filter(({ text }) => !PERMITTED.some((one) => one.test(text)))
      .flatMap(({ where, text }) =>
        BETTER.filter(([bad]) => bad.test(text)).map(
          ([bad, better]) => `${where}: “${bad.exec(text)?.[0]}” → ${better}: ${text.slice(0, 160)}`,
        ),
      ),
  ),
]

const ROOT = join(import.meta.dirname, '../..')
const FLOORS = ['app', 'components', 'lib', 'db', 'bin']
const isCode = (path: string) =>
  /\.(?:tsx?|mjs)$/.test(path) && !/\.(?:test|requests)\.tsx?$|\.d\.ts$|\/testing\//.test(path)

async function texts(path: string): Promise<FoundText[]> {
  const text = await readFile(join(ROOT, path), 'utf8')
  if (isCode(path)) return await textsInCode(path, text)
  if (path.endsWith('.md')) return prose(path, text)
  return path.endsWith('.sql') ? quoted(path, text) : []
}

test('a worse word is found wherever it can stand, and nowhere else', async () => {
  const source = `
    import { nobody } from './somebody.ts'
    // Nobody reads this.
    type Nobody = 'Nobody drives it'
    const plain = 'Nobody drives it.', made = \`\${plain} waits for somebody\`, value = 'nobody'
    const query = sql\`-- whoever \${'put off'}\`
    export const Part = () => <p className="for anybody here" title="Take it">Mend <b>the</b>{' '}
      first thing</p>`
  expect(worse(await textsInCode('components/x.tsx', source)).map((one) => /“(.*?)”/.exec(one)?.[1])).toEqual(
    ['Nobody', 'somebody', 'put off', 'Mend', 'Take it'],
  )
  expect(worse(prose('README.md', 'Fine.\n\n`nobody` is code, and\nnobody is not.'))).toHaveLength(1)
  const sql = "-- nobody\nselect 'nobody'; raise exception 'nobody may do that, as it''s said'"
  expect(worse(quoted('db/x.sql', sql))).toHaveLength(1)
})

test('what people read says things as the field says them', async () => {
  const found = await Promise.all(
    FLOORS.map((floor) => readdir(join(ROOT, floor), { recursive: true, withFileTypes: true })),
  )
  const documents = (await readdir(ROOT)).filter((name) => name.endsWith('.md'))
  const paths = found
    .flat()
    .filter((one) => one.isFile())
    .map((one) => relative(ROOT, join(one.parentPath, one.name)))
  const all = await Promise.all([...documents, ...paths].map(texts))
  expect(all.filter((one) => one.length > 0).length).toBeGreaterThan(500)
  expect(worse(all.flat())).toEqual([])
})
