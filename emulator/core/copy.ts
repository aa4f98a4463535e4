/** A deep copy of plain JSON data, all of it free to change. Far quicker than `structuredClone`, which must be prepared for anything. */
export function copyOf<T>(value: T): T {
  return copied(value) as T
}

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copied)
  // Spreading keeps the object's shape, which makes it many times quicker than adding field after field.
  const copy: Record<string, unknown> = { ...value }
  for (const name in copy) {
    const inner = copy[name]
    if (typeof inner === 'object' && inner !== null) copy[name] = copied(inner)
  }
  return copy
}

/** Freezing makes a change outside a transaction fail loudly instead of silently surviving a rollback. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  const parts = value as Record<string, unknown>
  for (const name of Object.keys(parts)) {
    const inner = parts[name]
    if (typeof inner === 'object') deepFreeze(inner)
  }
  return value
}
