import type { Server } from 'node:http'

/** Listens on a free port of this machine and prints `ready URL`, which `startProgram` waits for. */
export function serve(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    process.stdout.write(`ready http://127.0.0.1:${port}\n`)
  })
}
