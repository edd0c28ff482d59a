import { hash, randomBytes } from 'node:crypto'

/** 256 random bits, as text that a cookie or an address can carry. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * What the database keeps in place of a token. Plain SHA-256 is enough: nobody guesses 256 random bits, so there
 * is nothing to slow down.
 */
export const hashOf = (token: string): string => hash('sha256', token, 'base64url')
