import { Failure } from '#lib/kit/failure.ts'

/**
 * The text of a request, of which no more than `most` bytes are ever held, whatever it says of its length.
 * @throws too_large, with the sentence
 */
export async function textOf(request: Request, most: number, sentence: string): Promise<string> {
  const tooLarge = new Failure('too_large', sentence)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge
  const reader = request.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength
    // Left where it is, not cancelled: that would end the connection on which the answer has to go out.
    if (bytes > most) throw tooLarge
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}
