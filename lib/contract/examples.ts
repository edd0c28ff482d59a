import type { Method } from './endpoint.ts'

/** A request that people can make as it stands, and what it is answered. */
export type Example = {
  title: string
  text: string
  /** Without one it reads. */
  method?: Exclude<Method, 'GET'>
  /** From the root of the server, with `{ISSUE}` for what an earlier answer gave. */
  path: string
  body?: object
  headers?: Record<string, string>
  /** `signs in` keeps the cookie it gets; `as them` sends it; otherwise the request says itself who asks, or nobody does. */
  who: 'signs in' | 'as them' | 'alone'
  status: number
  /** A name for a part of the answer, by its place in the JSON; `header:` for a header. */
  keeps?: { name: string; from: string }
  /** It goes on: the first events arrive, and more when something happens. */
  streams?: true
}

const GROUP = '/api/v1/groups/custom-models'

/** A walk through the API with the sample world. Each step is run by a test as it is printed. */
export const examples: readonly Example[] = [
  {
    title: 'Sign in to the demo',
    text: 'The one-click sign-in of the sample data, on your own machine. Elsewhere send e-mail and password to /api/v1/sign-in, or use a token.',
    method: 'POST',
    path: '/api/v1/demo/sign-in',
    body: { person: 'julie' },
    who: 'signs in',
    status: 200,
  },
  {
    title: 'Look at a board',
    text: 'Columns, cards and the lookups that the cards refer to. The ETag changes with the board.',
    path: `${GROUP}/boards/build`,
    who: 'as them',
    status: 200,
    keeps: { name: 'ETAG', from: 'header:etag' },
  },
  {
    title: 'Look again, with nothing changed',
    text: 'An unchanged board is answered with 304 and no body.',
    path: `${GROUP}/boards/build`,
    headers: { 'if-none-match': '{ETAG}' },
    who: 'as them',
    status: 304,
  },
  {
    title: 'Page through issues',
    text: 'Lists come in pages; “next” is the cursor of the page after this one, and null at the end.',
    path: `${GROUP}/issues?state=open&type=bug&limit=5`,
    who: 'as them',
    status: 200,
    keeps: { name: 'NEXT', from: 'next' },
  },
  {
    title: 'Take the next page',
    text: 'The same request with the cursor.',
    path: `${GROUP}/issues?state=open&type=bug&limit=5&cursor={NEXT}`,
    who: 'as them',
    status: 200,
  },
  {
    title: 'Create an issue, once',
    text: 'When you do not know whether a request arrived, send it again with the same key: the answer is the same, and nothing is created twice.',
    method: 'POST',
    path: `${GROUP}/issues`,
    headers: { 'idempotency-key': 'model-list-1' },
    body: {
      title: 'The model list takes four seconds',
      description: 'Self-hosted, with more than 40 models.',
      labels: ['group::custom models', 'type::bug'],
    },
    who: 'as them',
    status: 200,
    keeps: { name: 'ISSUE', from: 'card.ref' },
  },
  {
    title: 'Assign to me',
    text: 'When several people take one issue at once, exactly one becomes its DRI; the others learn who (409).',
    method: 'POST',
    path: `${GROUP}/issues/{ISSUE}/take`,
    who: 'as them',
    status: 200,
  },
  {
    title: 'Weigh it',
    text: 'A weight of 1 is about two working days.',
    method: 'PUT',
    path: `${GROUP}/issues/{ISSUE}/weight`,
    body: { weight: 2 },
    who: 'as them',
    status: 200,
  },
  {
    title: 'Comment',
    text: 'Comments are Markdown; lines that begin with a slash are quick actions, as on the screen.',
    method: 'POST',
    path: `${GROUP}/issues/{ISSUE}/comments`,
    body: { body: 'Reproduced with 60 models.\n/label ~"workflow::in dev"' },
    who: 'as them',
    status: 200,
    keeps: { name: 'EVENT', from: 'event' },
  },
  {
    title: 'Handle a refusal by a rule',
    text: '“detail” says what a person can do about it; “code” is stable for programs.',
    method: 'POST',
    path: `${GROUP}/issues/{ISSUE}/labels`,
    body: { add: ['Deliverable'] },
    who: 'as them',
    status: 403,
  },
  {
    title: 'Handle an invalid request',
    text: 'Unknown fields are refused by name; nothing changes.',
    method: 'PUT',
    path: `${GROUP}/issues/{ISSUE}/weight`,
    body: { weight: 2, unit: 'days' },
    who: 'as them',
    status: 422,
  },
  {
    title: 'Follow live events',
    text: 'Server-sent events, numbered without gaps. After a lost connection, send the last number as Last-Event-ID.',
    path: '/api/live?group=custom-models',
    headers: { 'last-event-id': '{EVENT}' },
    who: 'as them',
    status: 200,
    streams: true,
  },
  {
    title: 'Make a token for a program',
    text: 'The secret is shown once. A token reads or writes as its owner may, and expires.',
    method: 'POST',
    path: '/api/v1/me/tokens',
    body: { title: 'The nightly report', scope: 'read', days: 30 },
    who: 'as them',
    status: 200,
    keeps: { name: 'TOKEN', from: 'secret' },
  },
  {
    title: 'Ask with the token',
    text: 'A request with a token needs no cookie and no Origin.',
    path: `${GROUP}/issues.csv?filter=type:bug`,
    headers: { authorization: 'Bearer {TOKEN}' },
    who: 'alone',
    status: 200,
  },
]
