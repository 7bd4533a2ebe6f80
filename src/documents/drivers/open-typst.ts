import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const opened = new Map<string, Promise<NodeCompiler>>()

/** The compiler with the fonts of a folder, made once; a folder that could not be read is tried again. */
export function openTypst(folder: string): Promise<NodeCompiler> {
  const compiler = opened.get(folder) ?? open(folder)
  opened.set(folder, compiler)
  compiler.catch(() => opened.delete(folder))
  return compiler
}

async function open(folder: string): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ttf')).sort()
  const fontBlobs = await Promise.all(names.map((name) => readFile(join(folder, name))))
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
}
