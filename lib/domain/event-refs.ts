/** What an event touches, by id, which is what replay reads, and by the name it bore then, which is what people read. */
export type PersonRef = { id: string; name: string }
/** The meaning at that moment, so that what the label stood for is known after a change of settings. */
export type LabelRef = { id: string; title: string; meaning: string | null }
export type TitledRef = { id: string; title: string }
export type NamedRef = { id: string; name: string }

export type Change<T> = { from: T; to: T }
export type Empty = Record<string, never>
