import { commentEvents } from './comments.ts'
import { expectSentences } from './testing/sentences.ts'

const julie = { id: '2', name: 'Julie Huang' }

expectSentences(commentEvents, {
  'issue.commented': [{ comment: 'c', mentioned: [] }, 'commented on this issue'],
  'issue.comment_edited': [
    { comment: 'c', from: 'a', to: 'b', mentioned: [] },
    'edited a comment on this issue',
  ],
  'issue.comment_taken_back': [{ comment: '3' }, 'deleted a comment on this issue'],
  'issue.comment_reacted': [{ comment: 'c', emoji: '👍', on: true }, 'reacted with 👍 on this issue'],
  'issue.mention_acknowledged': [
    { by: [julie], how: 'reply', comment: 'c' },
    'acknowledged Julie Huang on this issue with a reply',
  ],
  'issue.mention_reminded': [
    { person: julie, comment: null },
    'reminded Julie Huang of a mention in the description of this issue',
  ],
})
