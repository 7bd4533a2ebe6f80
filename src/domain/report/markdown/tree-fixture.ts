import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** The tree that a GFM parser makes of a text, for tests. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** A tree without what two equal trees may differ in, for tests: positions, and where a text is cut into nodes. */
export function bareTree<T extends Nodes>(node: T): T {
  const bare = { ...node }
  delete bare.position
  if (!('children' in node)) return bare
  const children: Nodes[] = []
  for (const child of node.children.map((each) => bareTree(each))) {
    const last = children.at(-1)
    if (last?.type === 'text' && child.type === 'text') last.value += child.value
    else children.push(child)
  }
  return { ...bare, children }
}

/** Every node of a tree, the node itself first, for tests. */
export function nodesIn(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesIn)] : [node]
}

/** The words of a node, for tests. */
export function wordsOf(node: Nodes): string {
  return nodesIn(node)
    .map((each) => ('value' in each ? each.value : ''))
    .join('')
}
