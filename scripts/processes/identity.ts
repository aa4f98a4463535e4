import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process started, in the system's own notation, or null when there is none. A process id together with
 * this never means two processes, although ids are used again.
 */
export function startedAt(pid: number): string | null {
  try {
    if (process.platform === 'linux') return linuxStart(pid)
    if (process.platform === 'win32') return isAlive(pid) ? 'alive' : null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** Fields of /proc/PID/stat after the name, which may itself hold spaces and brackets (man proc_pid_stat). */
function linuxStart(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const isZombie = fields[0] === 'Z'
  return isZombie ? null : (fields[19] ?? null)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Sends a signal to a process and everything in its group; a process that is gone already is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, signal)
      return
    } catch {
      // No such group (or no such process): try the single process, then give up.
    }
  }
}

/** Resolves true when the process is gone, false when it is still there after `seconds`. */
export async function waitUntilGone(pid: number, started: string, seconds: number): Promise<boolean> {
  const until = Date.now() + seconds * 1000
  while (startedAt(pid) === started) {
    if (Date.now() > until) return false
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return true
}
