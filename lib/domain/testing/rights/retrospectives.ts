import type { Picture } from '../pictures.ts'

export const rights = {
  'see.retrospectives': '–●●●●●',
  'retrospective.write': '––●●●–',
  'retrospective.run': '–––●●–',
} satisfies Picture
