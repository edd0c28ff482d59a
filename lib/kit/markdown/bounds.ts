import {
  attention,
  labelEnd,
  labelStartImage,
  labelStartLink,
  setextUnderline,
} from 'micromark-core-commonmark'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import type { Construct, ConstructRecord, Extension, TokenizeContext, Tokenizer } from 'micromark-util-types'

/** Further marks of one paragraph stay text: the parser compares each with all before it. */
const MOST_MARKS = 300
/** Behind so many pieces of a paragraph no bare address is looked for: each word looks back at all of them. */
const MOST_PIECES = 4_000
/** Counts the tries of one kind of mark; `isOver` is asked before each. */
type Count = { isOver: (context: TokenizeContext) => boolean }

/** A paragraph, a heading or a cell is one context of the parser; so are the blocks of a document. */
function perContext(most: number): Count {
  const tries = new WeakMap<TokenizeContext, number>()
  return {
    isOver(context) {
      const count = (tries.get(context) ?? 0) + 1
      tries.set(context, count)
      return count > most
    },
  }
}

const whileShort: Count = { isOver: ({ events }) => events.length > MOST_PIECES }

const counted = (tokenize: Tokenizer, { isOver }: Count): Tokenizer =>
  function (effects, ok, nok) {
    return isOver(this) ? nok : tokenize.call(this, effects, ok, nok)
  }

/** A construct under another name, so that the parser's own can be switched off. */
const bounded = (construct: Construct, count: Count): Construct => ({
  ...construct,
  name: `bounded ${construct.name}`,
  tokenize: counted(construct.tokenize, count),
})

const each = (record: ConstructRecord | undefined, count: Count): ConstructRecord =>
  Object.fromEntries(
    Object.entries(record ?? {}).map(([char, constructs]) => [
      char,
      [constructs ?? []].flat().map((construct) => bounded(construct, count)),
    ]),
  )

const at = (char: string) => char.charCodeAt(0)

/**
 * The marks whose cost grows with the square of how many there are, each up to a bound that no text of a person
 * reaches; so the time for a text grows with its length. They take the place of those of the parser.
 */
export function boundedMarks(): Extension[] {
  const emphasis = perContext(MOST_MARKS)
  const labels = perContext(MOST_MARKS)
  const mark = bounded(attention, emphasis)
  const strike = gfmStrikethrough({ singleTilde: false })
  const address = gfmAutolinkLiteral()
  return [
    { ...strike, text: each(strike.text, emphasis) },
    { ...address, text: each(address.text, whileShort) },
    {
      disable: {
        null: [attention, labelStartLink, labelStartImage, labelEnd, setextUnderline].map(
          ({ name = '' }) => name,
        ),
      },
      text: {
        [at('*')]: mark,
        [at('_')]: mark,
        [at('[')]: bounded(labelStartLink, labels),
        [at('!')]: bounded(labelStartImage, labels),
        [at(']')]: bounded(labelEnd, labels),
      },
      flow: Object.fromEntries(
        [...'=-'].map((char) => [at(char), bounded(setextUnderline, perContext(MOST_MARKS))]),
      ),
    },
  ]
}
