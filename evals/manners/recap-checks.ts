import { contentAsks } from './content-asks.ts'
import type { Check, Interview, Round } from './interview.ts'

/** What it says of what was said. */
export const recapChecks: Check[] = [
  {
    id: 'recap-at-close',
    asks: 'Is each question that closes summed up in one sentence?',
    judge: ({ rounds }) =>
      rounds.flatMap(({ events, lines, turn }) => {
        const closes = events.some((event) => {
          return event.kind === 'question-closed' && (event.reason === 'done' || event.reason === 'time')
        })
        if (!closes) return []
        const said = lines.flatMap(({ act, text }) => (act === 'reply' ? [text] : [])).join(' ')
        const recaps = said.match(/[^.?]*“[^”]*”[^.?]*\.|[^.?]*\bleave that one there\b[^.?]*\./g) ?? []
        return recaps.length === 1 ? [] : [`after “${turn.text.slice(0, 80)}”: ${said}`]
      }),
  },
  {
    id: 'recap-true',
    asks: 'Is every quotation of the candidate word for word from an answer of theirs to that question?',
    judge: judgeQuotes,
  },
  {
    id: 'looks-back-truly',
    asks: 'Does it claim nothing of the candidate that they have not said?',
    judge: judgeClaims,
  },
]

/** Quotations of something else than the candidate. */
const others = /^(To take along|To practise:|Did you say|Which lines\?)/

function judgeQuotes({ rounds }: Interview): string[] {
  return rounds.flatMap((round, index) =>
    round.lines.flatMap(({ text }) => {
      if (others.test(text)) return []
      const questionId = round.before.ask?.id.split('/')[0]
      const own = rounds.slice(0, index + 1).filter(({ before, turn }) => {
        return before.ask?.id.split('/')[0] === questionId && isAnswer(turn.means)
      })
      const quotes = [...text.matchAll(/“([^”]*)”/g)].map(([, quote = '']) => quote)
      return quotes.filter((quote) => !own.some(({ turn }) => holds(turn.text, quote)))
    }),
  )
}

function isAnswer(means: Round['turn']['means']): boolean {
  return means === 'answer' || means === 'thin'
}

/** Whether the words of the quotation stand in the text in a row, fillers left out on both sides. */
function holds(text: string, quote: string): boolean {
  return ` ${plain(text)} `.includes(` ${plain(quote)} `)
}

function plain(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
  return words
    .filter((word) => !/^(um+|uh+|er+m?|hm+)$/.test(word))
    .join(' ')
    .replace(/\b(you know|like|i guess) /g, '')
}

const claim =
  /\b(you|you've|you have) (just )?(said|mentioned|described|named|told|brought|talked|spoke|found)\b/i

function judgeClaims({ rounds, sources, plan }: Interview): string[] {
  const asks = contentAsks(sources.bank)
  return rounds.flatMap((round, index) =>
    round.lines.flatMap(({ own, text, ask, act }) => {
      if (act !== 'ask' || !ask || !claim.test(own)) return []
      const soFar = rounds.slice(0, index + 1).filter(({ turn }) => isAnswer(turn.means))
      const written = asks.get(ask)
      if (ask.endsWith('/callback'))
        return isLookBack(text, written?.text ?? '', soFar, plan.sections.A.questionIds) ? [] : [text]
      const onQuestion = soFar.filter(({ before }) => before.ask?.id.split('/')[0] === ask.split('/')[0])
      const isOpen = ask.startsWith('wrap-up/')
      return isOpen || (written?.heard.length ?? 0) > 0 || onQuestion.length > 0 ? [] : [text]
    }),
  )
}

/** Whether the warm-up was answered, and the system that is named is in its words. */
function isLookBack(text: string, written: string, answers: Round[], warmups: string[]): boolean {
  const [before = '', behind = ''] = written.split('{system}')
  const start = text.indexOf(before) + before.length
  const named = text.slice(start, text.indexOf(behind.trim(), start)).trim()
  const told = answers.filter(({ before: stood }) => warmups.includes(stood.ask?.id.split('/')[0] ?? ''))
  const words = plain(named.replace(/^the /, ''))
  return (
    told.length > 0 &&
    (named === 'a system of your own' || told.some(({ turn }) => plain(turn.text).includes(words)))
  )
}
