import { type Families, onAnIssue, testUndoOf } from '../testing/undoing.ts'
import { noVolunteer } from './dris.ts'

const group = 'custom-models'

const FAMILIES: Families<'dri', 'dri.unclaimed_removed'> = {
  'dri.unclaimed': {
    leaves: 'the record stays as one that was taken back',
    prepare: onAnIssue(
      (now, ref) => noVolunteer(now, { group, ref, reason: 'overloaded' }),
      (now, ref) => noVolunteer(now, { group, ref, reason: 'not_a_priority' }),
    ),
  },
}

testUndoOf(FAMILIES)
