import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

const APP = join(import.meta.dirname, '../..')

/** A file of `app/` that answers an address: `/api/v1/[...path]`, without the folders that only group. */
export type RouteFile = { address: string; file: string; pattern: RegExp }

/** All files of that name, those with an exact address before those that take what is left. */
export async function routeFiles(name: 'route.ts' | 'page.tsx'): Promise<RouteFile[]> {
  const entries = await readdir(APP, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name === name)
    .map(({ parentPath }) => {
      const parts = relative(APP, parentPath).split(sep)
      const address = `/${parts.filter((part) => part !== '' && !/^\(.*\)$/.test(part)).join('/')}`
      return { address, file: join(parentPath, name), pattern: patternOf(address) }
    })
    .toSorted((one, other) => Number(one.address.includes('[')) - Number(other.address.includes('[')))
}

function patternOf(address: string): RegExp {
  const parts = address.split('/').map((part) => {
    if (part.startsWith('[...')) return '.+'
    return part.startsWith('[') ? '[^/]+' : part.replaceAll('.', '\\.')
  })
  return new RegExp(`^${parts.join('/')}$`)
}

type Route = (request: Request) => Response | Promise<Response>

/** Answers as the route of an address does; 404 for an address and 405 for a method that nothing answers, as Next would. */
export async function answerByRoute(routes: RouteFile[], request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const found = routes.find(({ pattern }) => pattern.test(pathname))
  if (!found) return new Response(null, { status: 404 })
  const module: Record<string, Route | undefined> = await import(pathToFileURL(found.file).href)
  const route = module[request.method]
  return route ? await route(request) : new Response(null, { status: 405 })
}
