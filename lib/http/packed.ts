/**
 * Next takes `content-encoding` and `content-length` off every answer of a route, and would then pack once more what is
 * packed already, and pack what is too short for it. Under these names they pass; whatever sends the answer turns them
 * back.
 */
export const PACKED = 'x-packed-as'
export const LENGTH = 'x-length'

/** The name by which the world knows a header. */
export const wireName = (name: string): string => WIRE_NAMES[name.toLowerCase()] ?? name

const WIRE_NAMES: Record<string, string> = { [PACKED]: 'content-encoding', [LENGTH]: 'content-length' }
