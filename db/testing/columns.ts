import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { getTableColumns, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'

/** The names of all columns of all tables, as the database and as the code writes them. */
export async function columnNames(): Promise<string[]> {
  const folder = join(import.meta.dirname, '../schema')
  const names = new Set<string>()
  for (const path of await readdir(folder)) {
    const module: Record<string, unknown> = await import(join(folder, path))
    for (const table of Object.values(module)) {
      if (!is(table, PgTable)) continue
      for (const [name, column] of Object.entries(getTableColumns(table))) names.add(name).add(column.name)
    }
  }
  return [...names]
}
