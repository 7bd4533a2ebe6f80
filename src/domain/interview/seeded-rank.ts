/**
 * A number in [0, 1) that depends only on the seed and the id: the same plan for the same seed.
 * FNV-1a over the characters, then a murmur3 finaliser to spread neighbouring seeds.
 */
export function seededRank(seed: number, id: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
