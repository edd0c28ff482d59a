/** What a shell would keep between one line and the next. */
export type Shell = { variables: Record<string, string>; jar: string }

export type Answer = { status: number; text: string; headers: Headers }

/** Longer than the longest step takes; a stream is read until its first event, which comes at once. */
const PATIENCE_MS = 10_000

/**
 * Runs a curl command of the documents as it is printed there, without needing curl: the few options that they use,
 * quotes, variables, and a file of cookies. Throws at any other option, so that none is passed over in silence.
 */
export async function runCurl(command: string, shell: Shell): Promise<Answer> {
  const [program, ...words] = wordsOf(command, shell.variables)
  if (program !== 'curl') throw new Error(`"${program}" is not run here.`)
  const asked = requestOf(words)
  if (asked.sends) asked.headers.set('cookie', shell.jar)
  const stop = AbortSignal.timeout(PATIENCE_MS)
  const answer = await fetch(asked.url, { ...asked, redirect: 'manual', signal: stop })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (asked.keeps) shell.jar = cookies.join('; ')
  const text = asked.streams ? await firstEvent(answer) : await answer.text()
  return { status: answer.status, text, headers: answer.headers }
}

type Asked = {
  url: string
  method: string
  headers: Headers
  body?: string
  keeps: boolean
  sends: boolean
  streams: boolean
}

function requestOf(words: string[]): Asked {
  const asked: Asked = {
    url: '',
    method: '',
    headers: new Headers(),
    keeps: false,
    sends: false,
    streams: false,
  }
  const rest = [...words]
  const next = () => rest.shift() ?? ''
  while (rest.length > 0) {
    const word = next()
    if (word === '-c') asked.keeps = next() !== ''
    else if (word === '-b') asked.sends = next() !== ''
    else if (word === '-N') asked.streams = true
    else if (word === '-X') asked.method = next()
    else if (word === '-d') asked.body = next()
    else if (word === '-H') addHeader(asked.headers, next())
    else if (word.startsWith('-')) throw new Error(`curl ${word} is not understood here.`)
    else asked.url = word
  }
  return { ...asked, method: asked.method || (asked.body === undefined ? 'GET' : 'POST') }
}

function addHeader(headers: Headers, line: string): void {
  const colon = line.indexOf(':')
  headers.set(line.slice(0, colon), line.slice(colon + 1).trim())
}

async function firstEvent(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.includes('\ndata: ')) break
  }
  return text
}

/** Words as a shell sees them: '…' as it stands, "…" with its variables, `'\''`, and lines that go on after `\`. */
function wordsOf(command: string, variables: Shell['variables']): string[] {
  const parts = /'([^']*)'|"([^"]*)"|\\\n|\\(.)|(\s+)|([^\s'"\\]+)/g
  const words: string[] = []
  let word: string | null = null
  for (const [whole, single, double, escaped, space, bare] of command.matchAll(parts)) {
    if (space !== undefined || whole === '\\\n') {
      if (word !== null) words.push(word)
      word = null
      continue
    }
    word = (word ?? '') + (single ?? escaped ?? filled(double ?? bare ?? '', variables))
  }
  return word === null ? words : [...words, word]
}

const filled = (text: string, variables: Shell['variables']) =>
  text.replaceAll(/\$([A-Z]+)/g, (_, name: string) => variables[name] ?? `$${name}`)
