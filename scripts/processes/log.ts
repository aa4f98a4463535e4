import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs'

/** The last lines of a log file, at most `count`, without reading more than its last 16 kB. */
export function lastLines(file: string, count: number): string[] {
  if (!existsSync(file)) return []
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const buffer = Buffer.alloc(Math.min(size, 16_384))
    readSync(handle, buffer, 0, buffer.length, size - buffer.length)
    return buffer
      .toString('utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
      .slice(-count)
  } finally {
    closeSync(handle)
  }
}

/** Puts the log of the last run beside as `.previous`, so that a file tells of one run. */
export function startNewLog(file: string): void {
  if (existsSync(file)) renameSync(file, `${file}.previous`)
}

/** Prints what is appended to a file from now on, each line with a prefix. Returns what ends it. */
export function followLog(file: string, prefix: string): () => void {
  let at = existsSync(file) ? statSync(file).size : 0
  let rest = ''
  const timer = setInterval(() => {
    if (!existsSync(file)) return
    const { size } = statSync(file)
    if (size <= at) return
    const handle = openSync(file, 'r')
    const buffer = Buffer.alloc(size - at)
    readSync(handle, buffer, 0, buffer.length, at)
    closeSync(handle)
    at = size
    const lines = (rest + buffer.toString('utf8')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) console.log(`${prefix}${line}`)
  }, 200)
  return () => clearInterval(timer)
}
