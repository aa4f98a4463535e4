import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

type Process = { pid: number; parent: number }

function linuxProcesses(): Process[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
        return [{ pid: Number(name), parent }]
      } catch {
        return []
      }
    })
}

function otherProcesses(): Process[] {
  const rows = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return rows.map(row => {
    const [pid, parent] = row.trim().split(/\s+/).map(Number)
    return { pid: pid ?? 0, parent: parent ?? 0 }
  })
}

/** A process and all that it started. */
function family(pid: number): number[] {
  const processes = process.platform === 'linux' ? linuxProcesses() : otherProcesses()
  const members = [pid]
  for (const member of members) {
    members.push(...processes.filter(({ parent }) => parent === member).map(({ pid }) => pid))
  }
  return members
}

/**
 * Kilobytes that a process keeps in memory. On Linux its proportional share (PSS), so that memory which PostgreSQL's
 * processes have in common is counted once; elsewhere RSS, which counts it for each.
 */
function kilobytes(pid: number): number {
  try {
    if (process.platform !== 'linux') {
      return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
    }
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Megabytes resident of a process with all that it started. */
export function residentMegabytes(pid: number): number {
  return family(pid).reduce((total, member) => total + kilobytes(member), 0) / 1024
}
