const doing =
  /\b(we|i|they|my team|our team|the team)\b[^.?!]{0,40}\b(built|build|owned?|ran|run|wrote|designed|led|moved|migrated|shipped|maintain(?:ed)?|made|replaced|launched|scaled|split|rewrote|used|chose|measured|compared|handled|served|added|deployed)\b/i
const amount =
  /\d|\b(hundreds?|thousands?|millions?|billions?|dozens?|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/i

/**
 * Whether a turn tells of work done or of its size. A candidate's own system has words that no content foresees, so
 * in the background section this is enough to be about the question.
 */
export function speaksOfWork(text: string): boolean {
  return doing.test(text) || amount.test(text)
}
