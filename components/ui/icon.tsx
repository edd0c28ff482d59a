import { cx } from './cx.ts'

/** Drawn on a grid of 16, one stroke each, so that an icon is two elements. */
const PATHS = {
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.5-1L13.5 13.5',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  right: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  close: 'm4.5 4.5 7 7m0-7-7 7',
  check: 'm3.5 8.5 3 3 6-6.5',
  plus: 'M8 3.5v9M3.5 8h9',
  up: 'm4.5 9.5 3.5-3.5 3.5 3.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  menu: 'M2.5 4.5h11m-11 3.5h11m-11 3.5h11',
  sidebar: 'M3.5 3h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm2.8 0v10',
  blocked: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM4.2 4.2l7.6 7.6',
  lock: 'M4.5 7.5h7v5.5h-7zM6 7.5V5.3a2 2 0 0 1 4 0v2.2',
  filter: 'M2.5 4h11m-9 4h7m-5 4h3',
  view: 'M3.5 3h9v10.5L8 10.2l-4.5 3.3z',
  export: 'M8 2.5v7m-2.7-2.7L8 9.5l2.7-2.7M3 10.5v3h10v-3',
  group: 'M2.5 3.5h11m-11 3h4m-4 3h11m-11 3h4',
  rows: 'M2.5 3.5h11v3.5h-11zm0 6h11V13h-11z',
  board: 'M2.5 3h3v10h-3zm4.5 0h3v6.5H7zm4.5 0h2v8h-2z',
  list: 'M5.5 4h8m-8 4h8m-8 4h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  map: 'M2.5 3h4v3.5h-4zm7 6.5h4V13h-4zM6.5 4.8h3a1.5 1.5 0 0 1 1.5 1.5v3.2',
  take: 'M6.8 7.8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-4.3 5.4a4.3 4.3 0 0 1 6.2-3.8m2.8-.4v5M9 11.5h5',
  people:
    'M6 8a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 6 8Zm-4 5a4 4 0 0 1 8 0m.3-9.4a2.3 2.3 0 0 1 0 4.2M12 9.6a4 4 0 0 1 2 3.4',
  back: 'M6.5 4 3 7.5 6.5 11M3.3 7.5h6.2a3.2 3.2 0 0 1 0 6.4H8',
  inbox: 'M2.5 8.5 4.4 3.5h7.2l1.9 5v4h-11zm0 0h3.2a2.3 2.3 0 0 0 4.6 0h3.2',
  home: 'M2.8 7.2 8 2.8l5.2 4.4V13H9.8V9.5H6.2V13H2.8z',
  pulse: 'M1.8 8.5h3l2-5 2.6 9 1.8-4h3',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.8v1.4m0 9.6v1.4M1.8 8h1.4m9.6 0h1.4M3.6 3.6l1 1m6.8 6.8 1 1m0-8.8-1 1m-6.8 6.8-1 1',
  moon: 'M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6Z',
  screen: 'M2.5 3.5h11v7.5h-11zm3.5 10h4M8 11v2.5',
  undo: 'M5.5 3.5 2.8 6.2l2.7 2.7M3 6.2h6.2a3.7 3.7 0 0 1 0 7.3H6.5',
  calendar: 'M3 4h10v9H3zM3 6.8h10M5.7 2.5v2.3m4.6-2.3v2.3',
  comment: 'M2.5 3.5h11V11H7.5L4.5 13.5V11h-2z',
  milestone: 'M4 13.5v-11h8L10.3 5.2 12 8H4',
  boundary: 'M8 2.5v2m0 2.5v2m0 2.5v2M2.5 5.5h3v5h-3zm8 0h3v5h-3z',
  clock: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 5v3.2l2 1.3',
  out: 'M6.5 2.8h-3v10.4h3M6 8h7.2m-2.7-2.8L13.3 8l-2.8 2.8',
  keys: 'M2 4.5h12v7H2zm2.5 2.3h.01m2.3 0h.01m2.3 0h.01m2.3 0h.01M5.5 9.3h5',
  settings:
    'M2.5 4.5h6m4 0h1m-11 7h1m4 0h6M10.5 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Zm-5 7a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  pen: 'm3 13 .6-2.6 7-7a1.4 1.4 0 0 1 2 2l-7 7L3 13Zm6.4-8.4 2 2',
  smile: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM6 6.8h.01m3.99 0h.01M5.8 9.3a2.7 2.7 0 0 0 4.4 0',
  flask: 'M6.3 2.5h3.4M7 2.5v4L3.6 12a1 1 0 0 0 .9 1.5h7a1 1 0 0 0 .9-1.5L9 6.5v-4M5 10h6',
  checks: 'm2.2 4.6 1.3 1.3 2.4-2.8M8.5 4.6h5M2.2 10.8l1.3 1.3 2.4-2.8m2.6 1.5h5',
  kept: 'M3 3.5h10v9H3zm2.6 4.6 1.7 1.7 3.2-3.7',
  bars: 'M3.2 13V8.8M8 13V3.2M12.8 13V6',
  chart: 'M2.5 2.5v11h11M5 10.5l2.6-3.4 2 1.8 3.4-4.6',
  chat: 'M2.5 3.2h11v7.6H8.2L5.2 13.3v-2.5H2.5z',
  status: 'M4 2.5h8v11H4zM6.2 5.5h3.6m-3.6 2.5h3.6m-3.6 2.5h2',
  hand: 'M4.6 8.6V5a1 1 0 0 1 2 0V3.6a1 1 0 0 1 2 0v.2a1 1 0 0 1 2 0V5a1 1 0 0 1 2 0v4.3a4.2 4.2 0 0 1-7.6 2.5L2.8 9a1 1 0 0 1 1.8-.9',
  warn: 'M8 2.8 14.2 13H1.8zM8 6.6v2.9m0 1.6h.01',
} as const

export type IconName = keyof typeof PATHS

/** Decoration: the words beside it, or the control's name, say what it means. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={cx('size-4 flex-none fill-none stroke-current', className)}
      strokeWidth={name === 'more' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
