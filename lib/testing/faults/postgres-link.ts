import { connect, createServer, type Socket } from 'node:net'
import type { FaultKind } from './plan.ts'
import { SQLSTATE } from './refusal.ts'

/** A PostgreSQL server behind a line that can be cut: see `startPostgresLink`. */
export type Link = { port: number; close(): Promise<void> }

export type LinkHooks = {
  /** Decides what happens to a round trip. `what` is the statement's beginning, or method and path. */
  next(what: string): FaultKind | null
  /** Ends the process under test, as `kill -9` does. */
  kill(): void
}

/** Cuts a stream of protocol messages into whole ones. The very first from a client has no type byte. */
class Messages {
  #rest = Buffer.alloc(0)
  #hasStarted: boolean

  constructor(isClient: boolean) {
    this.#hasStarted = !isClient
  }

  *push(chunk: Buffer): Generator<{ type: string; bytes: Buffer }> {
    this.#rest = Buffer.concat([this.#rest, chunk])
    for (;;) {
      const head = this.#hasStarted ? 1 : 0
      if (this.#rest.length < head + 4) return
      const length = head + this.#rest.readInt32BE(head)
      if (this.#rest.length < length) return
      const bytes = this.#rest.subarray(0, length)
      this.#rest = this.#rest.subarray(length)
      yield { type: this.#hasStarted ? String.fromCharCode(bytes[0] ?? 0) : 'startup', bytes }
      this.#hasStarted = true
    }
  }
}

/** A text of the protocol, which a zero ends, and where what follows it begins. */
function textAt(bytes: Buffer, from: number): { text: string; next: number } {
  const end = bytes.indexOf(0, from)
  return { text: bytes.toString('utf8', from, end), next: end + 1 }
}

/** The SQL of a simple query, of a Parse message, or of the Bind message of a statement that was parsed under a name before. */
function sqlOf(type: string, bytes: Buffer, parsed: Map<string, string>): string | null {
  if (type === 'Q') return textAt(bytes, 5).text
  if (type !== 'P' && type !== 'B') return null
  const first = textAt(bytes, 5)
  const second = textAt(bytes, first.next)
  if (type === 'B') return parsed.get(second.text) ?? null
  parsed.set(first.text, second.text)
  return second.text
}

function raising(sqlstate: string, sql: string): Buffer {
  // A refused COMMIT ends its transaction; any other refused statement leaves it open, in error.
  const before = /^\s*commit/i.test(sql) ? 'ROLLBACK; ' : ''
  const text = `${before}DO $$ BEGIN RAISE EXCEPTION 'a fault of the test' USING ERRCODE = '${sqlstate}'; END $$\0`
  const query = Buffer.alloc(5 + Buffer.byteLength(text))
  query.write('Q', 0)
  query.writeInt32BE(query.length - 1, 1)
  query.write(text, 5)
  return query
}

/** One connection: requests are whole round trips (up to Sync, or a simple query); answers end with ReadyForQuery. */
function join(client: Socket, server: Socket, hooks: LinkHooks): void {
  const fromClient = new Messages(true)
  const fromServer = new Messages(false)
  let request: Buffer[] = []
  const parsed = new Map<string, string>()
  let sql = ''
  let atAnswer: FaultKind | null = null
  const cut = () => {
    client.destroy()
    server.destroy()
  }
  function send(): void {
    const bytes = Buffer.concat(request)
    request = []
    const kind = hooks.next(sql.replace(/\s+/g, ' ').slice(0, 60))
    const sqlstate = kind && SQLSTATE[kind]
    if (kind === 'kill_before') hooks.kill()
    if (kind === 'kill_before' || kind === 'lost_before') {
      cut()
      return
    }
    atAnswer = kind === 'kill_after' || kind === 'lost_after' ? kind : null
    server.write(sqlstate ? raising(sqlstate, sql) : bytes)
  }
  client.on('data', chunk => {
    for (const { type, bytes } of fromClient.push(chunk)) {
      if (type === 'startup' || type === 'p' || type === 'X') {
        server.write(bytes)
        continue
      }
      sql = sqlOf(type, bytes, parsed) ?? sql
      request.push(bytes)
      if (type === 'Q' || type === 'S') send()
    }
  })
  server.on('data', chunk => {
    for (const { type, bytes } of fromServer.push(chunk)) {
      if (atAnswer === null) client.write(bytes)
      else if (type === 'Z') {
        if (atAnswer === 'kill_after') hooks.kill()
        return cut()
      }
    }
  })
  for (const socket of [client, server]) {
    socket.setNoDelay(true)
    socket.on('error', cut)
    socket.on('close', cut)
  }
}

/**
 * Listens on a free port and passes everything on to a PostgreSQL server, except for what the hooks want to go wrong.
 * It reads the protocol (https://www.postgresql.org/docs/current/protocol-flow.html) just enough to know where a round
 * trip begins and where its answer ends.
 */
export async function startPostgresLink(to: { host: string; port: number }, hooks: LinkHooks): Promise<Link> {
  const open = new Set<Socket>()
  const listener = createServer(client => {
    const server = connect(to)
    for (const socket of [client, server]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
    }
    join(client, server, hooks)
  })
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise(resolve => listener.close(() => resolve()))
    },
  }
}
