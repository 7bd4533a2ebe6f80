/** Says which host of a store a request was meant for. */
export const BLOB_HOST_HEADER = 'x-stand-in-host'
