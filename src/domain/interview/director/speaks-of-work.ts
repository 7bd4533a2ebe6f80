const doing =
  /\b(we|i|they|my team|our team|the team)\b[^.?!]{0,40}\b(built|build|owned?|ran|run|wrote|designed|led|moved|migrated|shipped|maintain(?:ed)?|made|replaced|launched|scaled|split|rewrote|used(?! to\b)|chose|measured|compared|handled|served|added|deployed)\b/i
const amount =
  /\d|\b(hundreds?|thousands?|millions?|billions?|dozens?|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/i

const part =
  /\b(users?|customers?|clients?|teams?|engineers?|developers?|colleagues?|requests?|orders?|jobs?|events?|rows?|records?|services?|servers?|nodes?|regions?|tenants?|database|tables?|queues?|cache|api|app|deploys?|releases?|latency|traffic|errors?|incidents?|outage|tickets?|percent|gigabytes?|terabytes?|milliseconds?|a (?:second|minute|day|month|year))\b/i

/** In a turn no longer than this, in words, an amount alone answers "how many". */
const SHORT_WORDS = 12

/**
 * Whether a turn tells of work done or of its size. A candidate's own system has words that no content foresees, so
 * in the background section this is enough to be about the question. In a longer turn an amount has to be of something
 * that systems have: trains are forty minutes late too.
 */
export function speaksOfWork(text: string): boolean {
  if (doing.test(text)) return true
  return amount.test(text) && (text.trim().split(/\s+/).length <= SHORT_WORDS || part.test(text))
}
