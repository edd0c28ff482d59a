/** Something to be typed or read as it stands; what is wider than the page goes on in the next line. */
export function Code({ children }: { children: string }) {
  return (
    <pre className="rounded-sm border border-line bg-sunken px-3 py-2.5 font-mono text-xs leading-relaxed whitespace-pre-wrap wrap-anywhere">
      <code>{children}</code>
    </pre>
  )
}
