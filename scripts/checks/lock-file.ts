export type LockFile = {
  packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>
}

/**
 * The optional packages that some package of a lock file asks for and the lock file leaves out, as `a -> b`. npm
 * leaves out what its registry lacked on that day, and then `npm ci` refuses the file, or installs too little on
 * another platform.
 */
export function missingOptionals(lock: LockFile): string[] {
  return Object.entries(lock.packages).flatMap(([where, found]) =>
    Object.keys(found.optionalDependencies ?? {})
      .filter(name => !isThere(lock, where, name))
      .map(name => `${where || '.'} -> ${name}`),
  )
}

/** npm looks beside the package first, then in every node_modules above it. */
function isThere(lock: LockFile, where: string, name: string): boolean {
  for (let at = where; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const prefix = at === '' ? '' : `${at}/`
    if (`${prefix}node_modules/${name}` in lock.packages) return true
    if (at === '') return false
  }
}
