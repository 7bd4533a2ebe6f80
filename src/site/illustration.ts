import { annotateCode } from '../domain/report/view/annotate-code.ts'
import type { ReceiptView } from '../domain/report/view/report-view.ts'

const k = (word: string) => `<span class="k">${word}</span>`

/** Line numbers of the excerpt begin here. */
export const FIRST_LINE = 18

const LINES = [
  `${k('const')} invite = ${k('await')} invites.findByToken(token)`,
  `${k('if')} (!invite || invite.usedAt) ${k('return')} gone()`,
  '',
  `${k('const')} team = ${k('await')} teams.find(invite.teamId)`,
  `${k('const')} taken = ${k('await')} members.count(team.id)`,
  `${k('if')} (taken &gt;= team.seats) ${k('return')} full()`,
  '',
  `${k('await')} members.insert({`,
  '  teamId: team.id,',
  '  userId: session.userId,',
  `  role: invite.role ?? <span class="s">'member'</span>,`,
  '})',
  `${k('await')} audit.log(<span class="s">'joined'</span>, { seat: taken + <span class="n">1</span> })`,
]

const receipt = (
  polarity: ReceiptView['polarity'],
  at: string,
  quote: string,
  point: string,
  lines?: string,
) => ({
  polarity,
  turn: { href: '#how-a-report-reads', label: at },
  quote,
  point,
  lines: lines ? { href: '#how-a-report-reads', label: lines } : null,
})

/** An invented excerpt of a report: it shows how one reads, and is nobody's result. */
export const illustration = {
  groups: annotateCode(LINES, [{ kind: 'found' as const, lines: [5, 12] as const }]),
  dimensions: [
    {
      id: 'debugging',
      name: 'Debugging and diagnosis',
      score: 3,
      why: 'Why 3, not 4.',
      text: 'The cause is right and the fix is small. The test would pass on the broken code, since it never overlaps two calls.',
      receipts: [
        receipt(
          'for',
          '09:24',
          'It counts, and then it inserts. Two people accept at the same second, both see nine of ten, both get in.',
          'Explains how the failure comes about',
          'L22–29',
        ),
        receipt(
          'for',
          '10:02',
          'I’d let the database say no, with the seat number in a unique key.',
          'A minimal fix',
          'L25',
        ),
        receipt(
          'against',
          '11:37',
          'I’d accept one invite and check there’s one member.',
          'A test that fails on this code',
        ),
      ],
    },
    {
      id: 'operationalization',
      name: 'Operationalization',
      score: 2,
      why: 'Why 2, not 3.',
      text: 'A staged rollout is named. What would stop it is not, and the follow-up asked for that.',
      receipts: [
        receipt(
          'against',
          '27:48',
          'Ship it to a few teams first, and keep an eye on it.',
          'Names the signal and its threshold',
        ),
      ],
    },
  ],
  fixFirst: {
    text: 'Each time you say “a few first”, add the number you would watch and the value that turns you back.',
  },
}
