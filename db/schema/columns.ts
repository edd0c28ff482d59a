import { customType, integer, text, timestamp } from 'drizzle-orm/pg-core'

/** The key of the group that owns the row: first column of every primary key and of every foreign key. */
export const groupId = () => integer('group_id').notNull()

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** When the row was written, by the clock of the command, never the server's own. */
export const createdAt = () => instant('created_at').notNull()

export const personId = (name = 'person_id') => text(name)

/** Order keys compare byte by byte, whatever the database's locale says. */
export const rankText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** PostgreSQL's own transaction number. */
export const transactionNumber = customType<{ data: string }>({ dataType: () => 'xid8' })

/** The words of a text as full-text search sees them. */
export const searchText = customType<{ data: string }>({ dataType: () => 'tsvector' })
