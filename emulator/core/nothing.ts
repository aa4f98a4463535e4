/** An empty part of an object. Parts are never changed (`Stored`), so that all may be the same one. */
export const NOTHING: Readonly<Record<string, never>> = Object.freeze({})
