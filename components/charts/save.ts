/** Hands a file to the person: what the browser made itself, or what an address answers with. */
export function saveFile(name: string, from: Blob | string): void {
  const href = typeof from === 'string' ? from : URL.createObjectURL(from)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  // the browser has begun to read it by then
  if (typeof from !== 'string') setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
