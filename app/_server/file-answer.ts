type File = {
  /** What the browser calls it, without a path. */
  name: string
  /** With its character set where it is text. */
  type: string
}

/** A file that the browser keeps. */
export const fileAnswer = (body: BodyInit, { name, type }: File): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present'
export const MARKDOWN_TYPE = 'text/markdown; charset=utf-8'
