import type { z } from 'zod'

/** What is wrong with a field and what to do about it, in an editor's words. */
export function sayProblem(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing: fill it in' : `must be ${nameOf(issue.expected)}`
    case 'unrecognized_keys':
      return `remove ${issue.keys.join(', ')}: there is no such field`
    case 'invalid_value':
      return `choose one of: ${issue.values.join(', ')}`
    case 'too_small':
      return isList(issue)
        ? `needs at least ${issue.minimum}: add more`
        : `${sizeOf(issue)} ${issue.minimum} or more`
    case 'too_big':
      return isList(issue)
        ? `holds at most ${issue.maximum}: take some out`
        : `${sizeOf(issue)} ${issue.maximum} at most`
    case 'invalid_union':
      return 'fits none of the forms it can have: compare it with another entry'
    default:
      return issue.message
  }
}

function isList({ origin }: { origin: string }): boolean {
  return origin === 'array' || origin === 'set'
}

function sizeOf({ origin }: { origin: string }): string {
  return origin === 'string' ? 'must have a length of' : 'must be'
}

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
}

function nameOf(expected: string): string {
  return NAMES[expected] ?? expected
}
