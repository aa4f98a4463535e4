import { createServer, type Server } from 'node:net'

function listen(port: number, host: string): Promise<Server> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()))
}

async function canListen(port: number, host: string): Promise<boolean> {
  try {
    await close(await listen(port, host))
    return true
  } catch (error) {
    // A machine without IPv6 cannot have anything listening there either.
    return error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL'
  }
}

/** Whether nothing listens on a TCP port of this machine, on either loopback address. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))
}

/** A port that nothing listens on now: the preferred one if it is free, else one the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred
  const server = await listen(0, '127.0.0.1')
  const address = server.address()
  await close(server)
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}
