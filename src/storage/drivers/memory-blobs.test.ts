import { describeBlobStore } from '../blob-store.contract.ts'
import { createMemoryBlobs } from './memory-blobs.ts'

describeBlobStore('memory', createMemoryBlobs)
