/**
 * What a statement gives, held to what its call says of its rows: `is` as the pool parses it, `json` where that is whatever
 * was written, `null` where the column may be empty by the schema.
 */
export type Column = { is: unknown; json: boolean; null: boolean }

/** In what a row type differs from the columns, in words; `never` where it fits. */
export type Mismatch<Columns extends Record<string, Column>, Row> =
  IsAny<Row> extends true
    ? 'The row may be anything.'
    : | Missing<Exclude<keyof Columns, keyof Row>>
      | Extra<Exclude<keyof Row, keyof Columns>>
      | Wrong<Columns, Row>

/** The row itself, where nothing differs. */
export type Held<Row, T extends never> = [T] extends [never] ? Row : never

type Missing<K> = K extends string ? `The row leaves out “${K}”.` : never
type Extra<K> = K extends string ? `The statement gives no “${K}”.` : never

type Wrong<Columns extends Record<string, Column>, Row> = {
  [K in keyof Columns & keyof Row & string]: WrongValue<Columns[K], Row[K], K>
}[keyof Columns & keyof Row & string]

type WrongValue<C extends Column, V, K extends string> =
  IsAny<V> extends true
    ? `“${K}” may be anything.`
    : C['null'] extends true
      ? null extends V
        ? WrongType<C, V, K>
        : `“${K}” may be null.`
      : WrongType<C, V, K>

type WrongType<C extends Column, V, K extends string> = C['json'] extends true
  ? HoldsDate<V> extends false
    ? never
    : `“${K}” is JSON, which holds no Date.`
  : [NonNullable<V>] extends [C['is']]
    ? never
    : `“${K}” is of another type than its column.`

type IsAny<T> = 0 extends 1 & T ? true : false

/** `true` or `boolean` where there is a Date anywhere in it. */
type HoldsDate<T> = T extends Date
  ? true
  : T extends readonly (infer E)[]
    ? HoldsDate<E>
    : T extends object
      ? { [K in keyof T]-?: HoldsDate<T[K]> }[keyof T]
      : false
