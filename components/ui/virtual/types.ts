import type { VirtualItem, Virtualizer, VirtualizerOptions } from '@tanstack/react-virtual'

export type Options = VirtualizerOptions<HTMLDivElement, HTMLElement>

/** What is asked for of rows of which only those in view are drawn; see the library for what each means. */
export type Asked = Pick<Options, 'count' | 'getScrollElement' | 'estimateSize'> &
  Pick<
    Partial<Options>,
    | 'getItemKey'
    | 'gap'
    | 'paddingStart'
    | 'scrollMargin'
    | 'scrollPaddingStart'
    | 'horizontal'
    | 'rangeExtractor'
    | 'initialMeasurementsCache'
  > & {
    /** In pixels: what the server assumes of the window. */
    initialRect: { width: number; height: number }
    /** How many rows more than those in view are drawn; with a `rangeExtractor`, as many as it adds at the start. */
    overscan: number
    /** How far it was scrolled when one comes back to it, in pixels. */
    initialOffset?: number
  }

export type Virtual = Pick<
  Virtualizer<HTMLDivElement, HTMLElement>,
  | 'getTotalSize'
  | 'getVirtualItemForOffset'
  | 'isScrolling'
  | 'measureElement'
  | 'measurementsCache'
  | 'range'
  | 'scrollToIndex'
> & { getVirtualItems: () => VirtualItem[] }
