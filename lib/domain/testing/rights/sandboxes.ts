import type { Picture } from '../pictures.ts'

export const rights = {
  'sandbox.edit': '–––●●–',
} satisfies Picture
