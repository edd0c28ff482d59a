import type { Act } from '#lib/domain/permissions.ts'
import type { Scene } from './fixtures.ts'

export type Row = {
  /**
   * Whoever may: by an act of the law's table; or everybody who sees the group; or everybody who is signed in, with a
   * token too or in person alone.
   */
  may: Act | 'member' | 'signed_in' | 'in_person'
  /**
   * What a valid request says, made anew for each. `group` is given, and so is an issue of its own where the path has a
   * `{ref}` that is not said here.
   */
  says?: (scene: Scene) => object | Promise<object>
}
