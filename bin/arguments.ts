import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { OperatorError } from '#db/embedded/operator-error.ts'

/** What was written after the name of the command, whether npm, the launcher or Node itself was asked to run it. */
export function argumentsOf(command: string, argv = process.argv): string[] {
  const [, program = '', ...rest] = argv
  return program.endsWith('saydo.mjs') && rest[0] === command ? rest.slice(1) : rest
}

/**
 * The one file that a command is about, as a whole path: what a person writes is meant from where they stand, though npm
 * runs everything from the root.
 */
export function fileFrom(
  command: string,
  given: string[],
  { flags = [], from = process.env.INIT_CWD ?? '.' }: { flags?: string[]; from?: string } = {},
): { file: string; set: ReadonlySet<string> } {
  const { values, positionals } = read(command, given, flags)
  const [file] = positionals
  if (file === undefined || file === '' || positionals.length > 1)
    throw new OperatorError(`Name one file, such as npm run ${command} saydo.backup.`)
  return { file: resolve(from, file), set: new Set(flags.filter((flag) => values[flag] === true)) }
}

function read(command: string, args: string[], flags: string[]) {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]))
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    const known = flags.map((flag) => ` and --${flag}`).join('')
    throw new OperatorError(`npm run ${command} takes a file${known}, and nothing else.`)
  }
}
