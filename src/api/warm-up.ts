import { studyBank } from '../domain/speech/study-bank.ts'
import type { Library } from './compose-library.ts'

const WORDS = { text: 'A retry runs the job twice.', asked: '' }

/**
 * Reads the bank's words now, which the first answer would else wait for: about a second of work, in three parts
 * between which requests are answered.
 */
export async function warmUp({ bank, finder }: Pick<Library, 'bank' | 'finder'>): Promise<void> {
  const parts = [
    () => void finder.find({ ...WORDS, points: [{ id: 'p', text: 'retries', wordings: [], misheard: [] }] }),
    () => void finder.relevance({ ...WORDS, topic: { texts: [WORDS.text], isOpen: false } }),
    () => void studyBank(bank),
  ]
  for (const part of parts) {
    await new Promise((resolve) => setImmediate(resolve))
    part()
  }
}
