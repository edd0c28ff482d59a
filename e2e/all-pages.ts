import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const APP = join(import.meta.dirname, '../app')

/** The addresses of all pages, as their folders write them: `/[group]/issues/[ref]`. A new page is among them at once. */
export const allPages: readonly string[] = readdirSync(APP, { recursive: true, withFileTypes: true })
  .filter(({ name }) => name === 'page.tsx')
  .map(({ parentPath }) => {
    const parts = relative(APP, parentPath).split(sep)
    return `/${parts.filter((part) => part !== '' && !part.startsWith('(')).join('/')}`
  })
  .toSorted()

/** What a part in brackets stands for in the sample; `[group]` and `[ref]` are given. */
const PARTS: Record<string, string> = {
  '[board]': 'build',
  '[epic]': '1',
  '[noun]': 'issues',
  '[person]': 'julie',
  // the month that runs is always there
  '[retrospective]': new Date().toISOString().slice(0, 7),
  '[milestone]': 'next',
  '[sync]': '1',
  '[sandbox]': 'if-cindy-is-away-the-first-week',
}

export const addressOf = (page: string, parts: Record<string, string>): string =>
  page.replaceAll(/\[\w+\]/g, (part) => parts[part] ?? PARTS[part] ?? part)

/** Pages that send whoever is in a group on to another. */
export const LEADING_ON = ['/', '/[group]', '/[group]/boards', '/[group]/settings']

/** Pages of no single group, which no stream of a group keeps up to date. */
export const OF_NO_GROUP = ['/organisation']

/** Pages that are there for people who have a link of the day; they have stories of their own. */
export const BY_LINK = ['/share/[token]']

/** Pages that are there before anybody is signed in. */
export const OPEN = ['/sign-in', '/first-run', '/invitation', '/api/docs', '/api/docs/[noun]']
