import { cx } from '#components/ui/cx.ts'
import { useIsMac } from './is-mac.ts'

/** A key beside the control it presses; the control's own name stays free of it. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      aria-hidden="true"
      className={cx(
        'rounded-xs border border-current/25 px-[5px] py-px font-sans text-2xs leading-[1.2] text-current max-md:hidden pointer-coarse:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  )
}

/** The same with ⌘ or Ctrl before it, as the keyboard has it. */
export function ModKbd({ children, className }: { children: string; className?: string }) {
  return <Kbd className={className}>{`${useIsMac() ? '⌘' : 'Ctrl '}${children}`}</Kbd>
}
