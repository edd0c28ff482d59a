/** Names the sources that the pages of this process were built from; `bin/serve.ts` reads it where they lie. */
export const buildName = (): string => process.env['SAYDO_BUILD'] ?? 'dev'
