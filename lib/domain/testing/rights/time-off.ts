import type { Picture } from '../pictures.ts'

export const rights = {
  'pto.others': '––––●–',
} satisfies Picture
