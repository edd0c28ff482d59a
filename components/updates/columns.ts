/** The columns of the page. What stands beside the cards or the updates; below them where there is no room. */
export const COLUMNS =
  'flex min-h-0 flex-1 flex-col gap-4 max-sm:min-h-auto @min-[900px]/status:grid @min-[900px]/status:grid-cols-[minmax(0,1fr)_362px] @min-[900px]/status:grid-rows-[minmax(0,1fr)] print:block'
export const MAIN = 'scroll-calm -m-1 min-h-0 min-w-0 flex-none p-1 @min-[900px]/status:overflow-y-auto'
export const ASIDE = 'flex min-h-0 min-w-0 flex-none flex-col gap-3 @min-[900px]/status:flex-1 print:block'
