import type { Picture } from '../pictures.ts'

export const rights = {
  'see.boards': '●●●●●●',
  'see.ownership': '●●●●●●',
  'see.say_do': '●●●●●●',
  'see.own_rfhs': '●●●●●●',
  'see.confidential': '–●●●●●',
  'rfh.file': '●●●●●●',
  'ownership.ask': '●●●●●●',
  'hand.raise': '––●●●–',
  'push_back.raise': '––●●●–',
  'pto.own': '––●●●–',
  'planning.order': '–––●●–',
  'planning.issue': '–––●●–',
  'planning.candidates': '–––●●–',
  'capacity.override': '––––●–',
  'capacity.post': '––––●–',
  'lanes.assign': '––––●–',
  'duty.assign': '––––●–',
  'push_back.decide': '–––●●–',
  'pto.kind': '––––●–',
} satisfies Picture
