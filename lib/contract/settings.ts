import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day, as HH:MM.')

export const personSettings = z.strictObject({
  /** Single letters do something. */
  keys: z.boolean(),
  /** Nothing new is shown or counted between these times of day; null for never. */
  quiet: z.strictObject({ from: time, to: time }).nullable(),
  /** IANA name of where the person is; null for the zone of the group. */
  zone: z.string().max(64).nullable(),
})
export type PersonSettings = z.output<typeof personSettings>

export const readSettings = endpoint({
  id: 'people.settings',
  method: 'GET',
  path: '/me/settings',
  summary: 'Your settings, on all of your devices',
  access: 'signed_in',
  input: z.strictObject({}),
  output: personSettings,
  reads: ['settings'],
})

export const saveSettings = endpoint({
  id: 'people.save_settings',
  method: 'PUT',
  path: '/me/settings',
  summary: 'Change your settings; omitted fields stay as they are',
  access: 'signed_in',
  input: personSettings.partial(),
  output: personSettings,
})
