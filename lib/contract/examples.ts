import type { Method } from './endpoint.ts'

/** A request that people can make as it stands, and what it is answered. */
export type Example = {
  title: string
  says: string
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
    says: 'The one-click sign-in of the sample world, on your own machine. Elsewhere send e-mail and password to /api/v1/sign-in, or use a token.',
    method: 'POST',
    path: '/api/v1/demo/sign-in',
    body: { person: 'julie' },
    who: 'signs in',
    status: 200,
  },
  {
    title: 'Look at a board',
    says: 'Columns, cards and the dictionaries that the cards point into. The ETag changes with the board.',
    path: `${GROUP}/boards/build`,
    who: 'as them',
    status: 200,
    keeps: { name: 'ETAG', from: 'header:etag' },
  },
  {
    title: 'Look again, for nothing new',
    says: 'What is unchanged costs neither of us anything.',
    path: `${GROUP}/boards/build`,
    headers: { 'if-none-match': '{ETAG}' },
    who: 'as them',
    status: 304,
  },
  {
    title: 'Page through issues',
    says: 'Lists come in pages; “next” is the cursor of the page after this one, and null at the end.',
    path: `${GROUP}/issues?state=open&type=bug&limit=5`,
    who: 'as them',
    status: 200,
    keeps: { name: 'NEXT', from: 'next' },
  },
  {
    title: 'Take the next page',
    says: 'The same question with the cursor.',
    path: `${GROUP}/issues?state=open&type=bug&limit=5&cursor={NEXT}`,
    who: 'as them',
    status: 200,
  },
  {
    title: 'Create an issue, once',
    says: 'Whoever does not know whether a request arrived sends it again with the same key: it is answered as the first time, and nothing is made twice.',
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
    title: 'Take it',
    says: 'Of any number who take one issue at once exactly one gets it; the others are told who did (409).',
    method: 'POST',
    path: `${GROUP}/issues/{ISSUE}/take`,
    who: 'as them',
    status: 200,
  },
  {
    title: 'Weigh it',
    says: 'A weight of 1 is about two working days.',
    method: 'PUT',
    path: `${GROUP}/issues/{ISSUE}/weight`,
    body: { weight: 2 },
    who: 'as them',
    status: 200,
  },
  {
    title: 'Say something',
    says: 'Comments are Markdown; lines that begin with a slash act, as they do on the screen.',
    method: 'POST',
    path: `${GROUP}/issues/{ISSUE}/comments`,
    body: { body: 'Reproduced with 60 models.\n/label ~"workflow::in dev"' },
    who: 'as them',
    status: 200,
    keeps: { name: 'EVENT', from: 'event' },
  },
  {
    title: 'Read what a rule refuses',
    says: 'A problem says in “detail” what a person can do about it, and in “code” what a program can rely on.',
    method: 'POST',
    path: `${GROUP}/issues/{ISSUE}/labels`,
    body: { add: ['Deliverable'] },
    who: 'as them',
    status: 403,
  },
  {
    title: 'Read what a shape refuses',
    says: 'Unknown fields are refused by name; nothing is written.',
    method: 'PUT',
    path: `${GROUP}/issues/{ISSUE}/weight`,
    body: { weight: 2, unit: 'days' },
    who: 'as them',
    status: 422,
  },
  {
    title: 'Follow what happens',
    says: 'Server-sent events, numbered without gaps. Whoever lost the connection sends the last number they saw as Last-Event-ID.',
    path: '/api/live?group=custom-models',
    headers: { 'last-event-id': '{EVENT}' },
    who: 'as them',
    status: 200,
    streams: true,
  },
  {
    title: 'Make a token for a program',
    says: 'It is shown once, reads or writes as its owner may, and ends by itself.',
    method: 'POST',
    path: '/api/v1/me/tokens',
    body: { title: 'The nightly report', scope: 'read', days: 30 },
    who: 'as them',
    status: 200,
    keeps: { name: 'TOKEN', from: 'secret' },
  },
  {
    title: 'Ask with the token',
    says: 'No cookie, and no Origin to prove.',
    path: `${GROUP}/issues.csv?filter=type:bug`,
    headers: { authorization: 'Bearer {TOKEN}' },
    who: 'alone',
    status: 200,
  },
]
