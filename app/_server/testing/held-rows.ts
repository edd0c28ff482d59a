import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RawStatement } from '#bin/house/raw-statements.ts'
import type { Described } from '#db/testing/describe.ts'

export type Given = { statement: RawStatement; columns: readonly Described[] }

const ROOT = process.cwd()

/**
 * In what the row types of calls differ from what their statements give. The compiler says so: in a copy of `db/`, each row
 * type is held to the columns that were found, and whatever does not fit is an error on that line.
 *
 * @param planted a file that the copy has beside its own
 */
export async function mismatchesOf(
  given: readonly Given[],
  planted: { path: string; text: string },
): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'saydo-rows-'))
  try {
    const real = ['lib', 'node_modules'].map((name) => symlink(join(ROOT, name), join(copy, name)))
    const copied = ['db', 'package.json'].map((name) =>
      cp(join(ROOT, name), join(copy, name), { recursive: true }),
    )
    await Promise.all([...real, ...copied])
    await writeFile(join(copy, planted.path), planted.text)
    const byFile = Map.groupBy(given, ({ statement }) => statement.path)
    await Promise.all([...byFile].map(([path, calls]) => hold(join(copy, path), calls)))
    const compilerOptions = { skipLibCheck: true, noUnusedLocals: false, plugins: [], types: ['node'] }
    const config = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions,
      include: [],
      files: [...byFile.keys()],
    }
    await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(config))
    return await compiled(copy)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function hold(path: string, calls: readonly Given[]): Promise<void> {
  let text = await readFile(path)
  for (const { statement, columns } of calls.toSorted(
    (a, b) => (b.statement.row?.from ?? 0) - (a.statement.row?.from ?? 0),
  )) {
    const { row } = statement
    if (!row) continue
    // On one line, so that the lines of the file stay where they are.
    const output = text
      .subarray(row.from, row.to)
      .toString()
      .replace(/([^\s{;,|&(<])\s*\n\s*(?![|&}])/g, '$1; ')
      .replaceAll('\n', ' ')
    const shape = columns.map(
      (one) => `${JSON.stringify(one.name)}: { is: ${one.is}; json: ${one.json}; null: ${one.null} }`,
    )
    const shapes = `import('#db/testing/row-shapes.ts')`
    const held = `${shapes}.Held<${output}, ${shapes}.Mismatch<{ ${shape.join('; ')} }, ${output}>>`
    text = Buffer.concat([text.subarray(0, row.from), Buffer.from(held), text.subarray(row.to)])
  }
  await writeFile(path, text)
}

async function compiled(folder: string): Promise<string[]> {
  const tsc = join(ROOT, 'node_modules/.bin/tsc')
  const output = await new Promise<string>((resolve) =>
    execFile(
      tsc,
      ['--noEmit', '--pretty', 'false', '-p', folder],
      { cwd: folder, maxBuffer: 1 << 24 },
      (_, out, err) => resolve(out + err),
    ),
  )
  // Others are errors of a file that was copied out of its surroundings, or follow from these.
  return output.split('\n').filter((line) => /error TS(2344|1\d{3}):/.test(line))
}
