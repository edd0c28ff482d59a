import { asciiAlphanumeric, markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, Extension, State } from 'micromark-util-types'

const code = (char: string) => char.charCodeAt(0)
const joins = (char: Code) => char === code('.') || char === code('_') || char === code('-')

/** A handle ends with a letter or a digit, so that `_@newick_` is a name within emphasis. */
const goesOn: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const inside: State = (char) => {
      if (joins(char)) {
        effects.consume(char)
        return inside
      }
      effects.exit('data')
      return asciiAlphanumeric(char) ? ok(char) : nok(char)
    }
    return (char) => {
      effects.enter('data')
      return inside(char)
    }
  },
}

const handle: Construct = {
  name: 'handle',
  tokenize(effects, ok, nok) {
    const name: State = (char) => {
      if (asciiAlphanumeric(char)) {
        effects.consume(char)
        return name
      }
      return joins(char) ? effects.check(goesOn, joint, end)(char) : end(char)
    }
    const joint: State = (char) => {
      effects.consume(char)
      return name
    }
    const end: State = (char) => {
      effects.exit('data')
      return ok(char)
    }
    return (sign) => {
      effects.enter('data')
      effects.consume(sign)
      return (char) => (asciiAlphanumeric(char) ? name(char) : nok(char))
    }
  },
}

const quoted: Construct = {
  name: 'quotedName',
  tokenize(effects, ok, nok) {
    const name: State = (char) => {
      if (char === null || markdownLineEnding(char)) return nok(char)
      effects.consume(char)
      return char === code('"') ? end : name
    }
    const end: State = (char) => {
      effects.exit('data')
      return ok(char)
    }
    return (sign) => {
      effects.enter('data')
      effects.consume(sign)
      return (char) => {
        if (char !== code('"')) return nok(char)
        effects.consume(char)
        return name
      }
    }
  },
}

/** What names a person, a label or a milestone is one piece of text: the marks in `~"a *b*"` and `@a_b` mean nothing. */
export const names: Extension = {
  text: { [code('@')]: handle, [code('~')]: quoted, [code('%')]: quoted },
}
