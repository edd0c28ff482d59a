const { pathToFileURL } = require('node:url')

/**
 * A loader for the browser's bundle: of a promise the browser needs its id, its path and what it reads, and of its
 * shapes nothing, since the server checks them. What else a file of the contract holds stays if it is plain data.
 */
module.exports = function promises() {
  const done = this.async()
  import(pathToFileURL(this.resourcePath).href).then((file) => done(null, plain(file)), done)
}

const plain = (file) =>
  Object.entries(file)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(carried(value))}`)
    .join('\n')

function carried(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const { id, method, path, access, reads, media } = value
  return typeof id === 'string' && typeof path === 'string' && typeof method === 'string'
    ? { id, method, path, access, reads, media }
    : undefined
}
