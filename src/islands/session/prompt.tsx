import { splitWords } from '../../voice/split-words.ts'
import { useModel } from './session-provider.tsx'
import { nameLines, shortLines } from './line-selection.ts'
import { cutLine, promptOf, splitQuestion } from './session-view.ts'

/** The question on the table, words not said yet in grey, and what the interviewer has added to it. */
export function Prompt() {
  const question = useModel((model) => promptOf(model).question)
  const reply = useModel((model) => promptOf(model).reply)
  const unsaid = useModel((model) => model.unsaid)
  const highlighted = useModel((model) => model.state?.highlighted)
  const snippetId = useModel((model) => model.state?.snippet?.snippetId)
  const lines = highlighted && highlighted.snippetId === snippetId ? highlighted : null
  return (
    <section className="session-prompt" aria-label="Question" tabIndex={0}>
      {lines && (
        <p className="session-prompt-lines mono">
          <span aria-hidden="true">{shortLines(lines)}</span>
          <span className="sr-only">{nameLines(lines)}</span>
        </p>
      )}
      <div className="session-prompt-text">
        <Question text={question} unsaid={reply === '' ? unsaid : 0} />
        {reply !== '' && <Said as="reply" text={reply} unsaid={unsaid} />}
      </div>
    </section>
  )
}

function Question({ text, unsaid }: { text: string; unsaid: number }) {
  const { lead, ask } = splitQuestion(text)
  const inAsk = splitWords(ask).length
  return (
    <>
      {lead !== '' && <Said as="lead" text={lead} unsaid={Math.max(0, unsaid - inAsk)} />}
      <Said as="question" text={ask} unsaid={Math.min(unsaid, inAsk)} />
    </>
  )
}

interface SaidProps {
  as: 'lead' | 'question' | 'reply'
  text: string
  unsaid: number
}

function Said({ as, text, unsaid }: SaidProps) {
  const { said, rest } = cutLine(text, unsaid)
  return (
    <p className={`session-${as}`}>
      {said}
      {rest !== '' && <span className="unsaid">{rest}</span>}
    </p>
  )
}
