import type { Picture } from '../pictures.ts'

export const rights = {
  'planning.answer': '●●●●●–',
  'planning.steps': '–––●●–',
  'planning.session': '–––●●–',
} satisfies Picture
