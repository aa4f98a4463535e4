import http from 'node:http'

/** A bare server that answers everything with a constant of the given size: what HTTP in Node costs by itself. */
const body = JSON.stringify({
  object: 'constant',
  filler: 'x'.repeat(Math.max(0, Number(process.argv[2]) - 35)),
})

const server = http.createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  process.stdout.write(`ready http://127.0.0.1:${port}\n`)
})
