import { dump } from 'js-yaml'

/**
 * An entry as YAML in the style in which the CMS saves it, so that a save there changes only what was edited: line
 * ranges as `91-98`, days without quotes, the rows of a diff behind one blank more (js-yaml folds no row that begins with one), no comments.
 */
export function toYaml(entry: object): string {
  return dump(written(entry)).replace(QUOTED_DAY, '$1$2')
}

/** A day that `dump` has quoted, since other readers of YAML would make a time of it. Ours does not. */
const QUOTED_DAY = /^([ -]*\w+: )'(\d{4}-\d{2}-\d{2})'$/gm

function written(value: unknown, key = ''): unknown {
  if (key === 'lines' && isRange(value)) return writeRange(value)
  if (key === 'alsoAt' && Array.isArray(value))
    return value.map((range: unknown) => (isRange(range) ? writeRange(range) : range))
  if ((key === 'fix' || key === 'change') && typeof value === 'string') return value.replace(/^(?=.)/gm, ' ')
  if (Array.isArray(value)) return value.map((each: unknown) => written(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      each === undefined ? [] : [[name, written(each, name)]],
    ),
  )
}

type Range = [from: number, to: number]

function isRange(value: unknown): value is Range {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number')
}

function writeRange([from, to]: Range): string {
  return `${from}-${to}`
}
