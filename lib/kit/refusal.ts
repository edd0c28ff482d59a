/** A rule that says no, in one sentence a person can act on. Returned by `whyNot…` guards, never thrown by them. */
export type Refusal = { code: string; because: string }

/** A rule that lets the act through and still has something to say. */
export type Warning = { code: string; because: string }
