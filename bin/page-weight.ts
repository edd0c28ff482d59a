import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export type PageWeight = { page: string; kilobytes: number; limit: number }

/** In kilobytes of scripts, packed: what a first visit to a page costs before anything else is fetched. */
const MOST = 200
const MOST_OF: Record<string, number> = {
  '/[group]/issues/[ref]': 235.8,
  '/[group]/epics/[epic]': 231.5,
  '/[group]/cadence': 201.5,
  '/[group]/boards/[board]': 214.6,
  '/[group]/issues': 212.3,
  '/[group]/issues/report': 207.1,
  '/[group]/milestones/[milestone]': 208.3,
  '/[group]/milestones/[milestone]/capacity': 204.1,
  '/[group]/milestones/[milestone]/plan': 212.5,
  '/[group]/people/[person]': 205.7,
  '/[group]/time-off': 207.2,
  '/[group]/retrospectives/[retrospective]': 205,
  '/[group]/status': 212.1,
  '/[group]/sync': 208.2,
  '/[group]/sync/[sync]': 207.6,
  '/[group]/week': 214.5,
}

type Manifest = { entryJSFiles: Record<string, string[]> }

/** What each page of a build asks the browser to load, heaviest first. */
export async function pageWeights(build: string): Promise<PageWeight[]> {
  const pages = join(build, 'server/app')
  const shared: { rootMainFiles: string[] } = JSON.parse(
    await readFile(join(build, 'build-manifest.json'), 'utf8'),
  )
  const packed = new Map<string, Promise<number>>()
  const weigh = (file: string) => {
    const known = packed.get(file) ?? readFile(join(build, file)).then((bytes) => gzipSync(bytes).byteLength)
    packed.set(file, known)
    return known
  }
  const manifests = (await readdir(pages, { recursive: true })).filter((path) => path.endsWith(MANIFEST))
  const weights = await Promise.all(
    manifests.map(async (path) => {
      const { entryJSFiles } = manifestIn(await readFile(join(pages, path), 'utf8'))
      const files = new Set([...shared.rootMainFiles, ...Object.values(entryJSFiles).flat()].map(bare))
      const bytes = await Promise.all([...files].map(weigh))
      const page = addressOf(path)
      const kilobytes = bytes.reduce((sum, one) => sum + one, 0) / 1000
      return { page, kilobytes, limit: MOST_OF[page] ?? MOST }
    }),
  )
  return weights.toSorted((a, b) => b.kilobytes - a.kilobytes)
}

const MANIFEST = '/page_client-reference-manifest.js'

/** The file assigns one object, written as JSON, to a global variable. */
function manifestIn(text: string): Manifest {
  const from = text.indexOf('] = ')
  return JSON.parse(text.slice(from + 4).replace(/;?\s*$/, ''))
}

/** `(dashboard)/[group]/page_…` is read at `/[group]`. */
const addressOf = (path: string) =>
  `/${path
    .slice(0, -MANIFEST.length)
    .split('/')
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`

const bare = (file: string) => file.replace(/^\/?_next\//, '')

/** A line a page, and which of them are too heavy. */
export function weightTable(weights: PageWeight[]): string {
  const widest = Math.max(...weights.map(({ page }) => page.length))
  return weights
    .map(({ page, kilobytes, limit }) => {
      const verdict = kilobytes > limit ? `  more than the ${limit} kB that it may have` : ''
      return `  ${page.padEnd(widest)}  ${kilobytes.toFixed(1).padStart(6)} kB${verdict}`
    })
    .join('\n')
}
