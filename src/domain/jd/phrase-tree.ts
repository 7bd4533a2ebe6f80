import type { Word } from './split-words.ts'
import { splitWords } from './split-words.ts'

/** An occurrence of a phrase: indexes of its first word and of the word after its last. */
export type PhraseHit<Sense> = { phrase: string; from: number; to: number; senses: readonly Sense[] }

export type PhraseTree<Sense> = {
  add(phrase: string, sense: Sense): void
  /** The occurrences in a text, longest first from the left, none overlapping; linear in the words. */
  find(words: readonly Word[]): PhraseHit<Sense>[]
}

type Node<Sense> = { next: Map<string, Node<Sense>>; phrase: string; senses: Sense[] }

/**
 * Makes an empty tree of phrases that are compared by folded words. Phrases of two words are also found
 * written as one ("fullstack"), and a phrase with a comma only where the text has it. Each word put in is
 * added to `known`.
 */
export function createPhraseTree<Sense>(known: Set<string>): PhraseTree<Sense> {
  const root = createNode<Sense>()
  const addPath = (path: readonly string[], phrase: string, sense: Sense): void => {
    let node = root
    for (const word of path) {
      known.add(word.replace(', ', ''))
      const next = node.next.get(word) ?? createNode<Sense>()
      node.next.set(word, next)
      node = next
    }
    node.phrase = phrase
    node.senses.push(sense)
  }
  return {
    add(phrase, sense) {
      const path = splitWords(phrase).map(keyOf)
      if (path.length === 0) return
      const key = path.join(' ')
      addPath(path, key, sense)
      const solid = splitWords(phrase.replace(/[\s\-./]/g, '')).map((word) => word.folded)
      const [single] = solid
      if (path.length === 2 && solid.length === 1 && single !== undefined && single.length >= 6) {
        addPath(solid, key, sense)
      }
    },
    find: (words) => findHits(root, words),
  }
}

function keyOf({ folded, listed }: Word): string {
  return listed ? `, ${folded}` : folded
}

function createNode<Sense>(): Node<Sense> {
  return { next: new Map(), phrase: '', senses: [] }
}

function findHits<Sense>(root: Node<Sense>, words: readonly Word[]): PhraseHit<Sense>[] {
  const hits: PhraseHit<Sense>[] = []
  for (let from = 0; from < words.length;) {
    const isStart = root.next.has(words[from]?.folded ?? '')
    const hit = isStart ? findLongest(root, words, from) : undefined
    if (hit !== undefined) hits.push(hit)
    from = hit === undefined ? from + 1 : hit.to
  }
  return hits
}

function findLongest<Sense>(
  root: Node<Sense>,
  words: readonly Word[],
  from: number,
): PhraseHit<Sense> | undefined {
  let node: Node<Sense> | undefined = root
  let longest: PhraseHit<Sense> | undefined
  for (let at = from; at < words.length; at += 1) {
    const word: Word | undefined = words[at]
    if (word === undefined || (at > from && !word.joined && !word.listed)) break
    node = node.next.get(at === from ? word.folded : keyOf(word))
    if (node === undefined) break
    if (node.senses.length > 0) longest = { phrase: node.phrase, from, to: at + 1, senses: node.senses }
  }
  return longest
}
