import { type Connection, types, type ClientBase, type Pool, type FieldDef, type Submittable } from 'pg'

/** A column as a statement gives it, before anything is run: `is` is the TypeScript type of what the pool makes of it. */
export type Described = { name: string; is: string; json: boolean; null: boolean }

/**
 * The columns that each text gives; none where it gives no rows. Each is prepared against the schema and none is run, but for
 * what makes temporary tables and cursors, which others read; all of that is taken back.
 */
export async function describeAll(pool: Pool, texts: readonly string[]): Promise<Map<string, Described[]>> {
  const client = await pool.connect()
  const found = new Map<string, Described[]>()
  const failed: unknown[] = []
  let cursor = false
  await client.query('begin')
  try {
    for (const text of texts) {
      const [isTable, isCursor] = [/^\s*create temp /.test(text), /^\s*declare /.test(text)]
      if (isTable || (isCursor && !cursor)) await client.query(text)
      cursor ||= isCursor
      found.set(
        text,
        isTable || isCursor ? [] : await describe(client, text).catch((error) => (failed.push(error), [])),
      )
    }
    if (failed.length > 0) throw new Error(`Not every statement can be prepared.\n${failed.join('\n')}`)
    return found
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function describe(client: ClientBase, text: string): Promise<Described[]> {
  const fields = await fieldsOf(client, text)
  const { rows } = await client.query<{ type: string; category: string; element: string; nullable: boolean }>(
    `select t.typname::text as type, t.typcategory::text as category, coalesce(e.typcategory, '')::text as element,
        coalesce(not a.attnotnull, false) as nullable
      from unnest($1::oid[], $2::oid[], $3::int[]) with ordinality as f(type, relation, number, place)
      join pg_type t on t.oid = f.type left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
      left join pg_attribute a on a.attrelid = f.relation and a.attnum = f.number and f.number > 0 order by f.place`,
    [
      fields.map((one) => one.dataTypeID),
      fields.map((one) => one.tableID),
      fields.map((one) => one.columnID),
    ],
  )
  return fields.flatMap(({ name, dataTypeID }, at) => {
    const row = rows[at]
    // What is called for its effect alone gives a column of nothing.
    if (!row || row.type === 'void') return []
    const json = row.type === 'json' || row.type === 'jsonb'
    const sample = row.category === 'A' ? `{${SAMPLES[row.element] ?? ''}}` : (SAMPLES[row.category] ?? '')
    const parsed: unknown = types.getTypeParser(dataTypeID, 'text')(row.type === 'bytea' ? '\\x00' : sample)
    return [{ name, is: json ? 'unknown' : typeOf(parsed), json, null: row.nullable }]
  })
}

/** Of several commands in one text each is prepared by itself: what gives rows stands alone. */
async function fieldsOf(client: ClientBase, text: string): Promise<FieldDef[]> {
  await client.query('savepoint whole')
  try {
    return await new Promise<FieldDef[]>((resolve, reject) => {
      client.query(new Describing(text, resolve, reject))
    })
  } catch (error) {
    await client.query('rollback to savepoint whole')
    if (!/multiple commands/.test(String(error)))
      throw new Error(`${String(error)} in ${text}`, { cause: error })
    const each = []
    for (const one of text.split(/;\s*(?=\S)/)) each.push(...(await fieldsOf(client, one)))
    return each
  }
}

/** A text of each category of types, for the parser to make something of. */
const SAMPLES: Record<string, string> = { N: '1', S: 'x', B: 't', D: '2026-01-02', U: '{}' }

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return `readonly (${typeOf(value[0])} | null)[]`
  if (Buffer.isBuffer(value)) return 'Uint8Array'
  if (value instanceof Date) return 'Date'
  return typeof value
}

class Describing implements Submittable {
  readonly #text: string
  readonly #resolve: (fields: FieldDef[]) => void
  readonly #reject: (error: Error) => void
  #fields: FieldDef[] = []

  constructor(text: string, resolve: (fields: FieldDef[]) => void, reject: (error: Error) => void) {
    this.#text = text
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: Connection): void {
    connection.parse({ name: '', text: this.#text, types: [] }, true)
    connection.describe({ type: 'S', name: '' }, true)
    connection.sync()
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.#fields = fields
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#fields)
  }

  handleError(error: Error): void {
    this.#reject(error)
  }
}
