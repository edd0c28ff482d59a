/** An idempotency key: 128 random bits. `randomUUID` exists on https and on the own machine alone. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
