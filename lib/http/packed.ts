/**
 * Next takes `content-encoding` off every answer of a route, and would then pack once more what is packed already. Under
 * this name it passes; whatever sends the answer turns it back.
 */
export const PACKED = 'x-packed-as'
