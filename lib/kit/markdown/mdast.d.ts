import type { Details, Escaped } from './nodes.ts'

declare module 'mdast' {
  interface PhrasingContentMap {
    escaped: Escaped
  }
  interface BlockContentMap {
    details: Details
  }
  interface RootContentMap {
    escaped: Escaped
    details: Details
  }
}
