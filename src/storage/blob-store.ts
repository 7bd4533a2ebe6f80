/** One blob as a listing names it. */
export interface BlobEntry {
  key: string
  /** In bytes. */
  size: number
}

/** Bytes of a blob, or a part of them, beside the size of the whole. */
export interface BlobPart {
  bytes: Uint8Array<ArrayBuffer>
  /** Of the whole blob, in bytes. */
  size: number
}

/** Bytes `from` up to but not including `to`; what lies beyond the end is left out. */
export interface ByteRange {
  from: number
  to: number
}

/**
 * Files by key. A key is a path of names with letters, digits and `. _ -`, divided by slashes; no name begins
 * with a dot. Every call throws StorageFailure when the store could not do it, and RangeError for a key that is none.
 */
export interface BlobStore {
  /** Keeps the bytes under the key, whole or not at all; what was there before is replaced. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The blob, or the part of it in `range`; undefined when there is none. */
  get(key: string, range?: ByteRange): Promise<BlobPart | undefined>
  /** Every blob whose key begins with `prefix`, in the order of their keys. */
  list(prefix: string): Promise<BlobEntry[]>
  /** Removes the blob for good; nothing happens when there is none. */
  delete(key: string): Promise<void>
}
