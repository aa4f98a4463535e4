import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'

const LISTENING = '0A'

/** Which program listens on a TCP port, as `name (process 123)`, or null when the system does not tell us. */
export function portHolder(port: number): string | null {
  try {
    return process.platform === 'linux' ? linuxHolder(port) : lsofHolder(port)
  } catch {
    return null
  }
}

/** /proc/net/tcp gives the socket's inode; some process has that socket open (man proc_net). */
function linuxHolder(port: number): string | null {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const rows = ['tcp', 'tcp6'].flatMap(table => readFileSync(`/proc/net/${table}`, 'utf8').split('\n'))
  const fields = rows.map(row => row.trim().split(/\s+/))
  const listener = fields.find(row => row[1]?.endsWith(`:${hex}`) && row[3] === LISTENING)
  const socket = `socket:[${listener?.[9]}]`
  const pid = readdirSync('/proc').find(name => /^\d+$/.test(name) && holdsSocket(name, socket))
  return pid ? `${commandOf(pid)} (process ${pid})` : null
}

/** The program and the first thing it was given: `node server.js`. */
function commandOf(pid: string): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return [path.basename(words[0] ?? ''), words[1] ?? ''].join(' ').trim()
}

function holdsSocket(pid: string, socket: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).some(handle => readlinkSync(`${folder}/${handle}`) === socket)
  } catch {
    return false
  }
}

function lsofHolder(port: number): string | null {
  const output = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' })
  const pid = /^p(\d+)/m.exec(output)?.[1]
  const name = /^c(.+)/m.exec(output)?.[1]
  return pid ? `${name ?? 'a program'} (process ${pid})` : null
}
