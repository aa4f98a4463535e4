import { createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** A mail as it came over the wire, with what the tests look at. */
export type ReceivedMail = {
  messageId: string
  to: string
  subject: string
  text: string
  html: string
  /** The headers `List-Unsubscribe` and `List-Unsubscribe-Post`; empty where the mail has none. */
  unsubscribe: [address: string, post: string]
}

/** What the server says to a mail that it has read to its end; null says nothing. */
type Verdict = (mail: ReceivedMail) => string | null

const ACCEPTED = '250 OK'

function decode(quotedPrintable: string): string {
  const bytes = quotedPrintable
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n')
}

/** One part of the mail, by its type; the whole of it where it has no parts. */
function part(message: string, type: string): string {
  const found = message.split(/\r\n--[^\r\n]+/).find(one => one.includes(`Content-Type: ${type}`)) ?? ''
  return decode(found.slice(found.indexOf('\r\n\r\n') + 4))
}

function read(message: string): ReceivedMail {
  const end = message.indexOf('\r\n\r\n')
  const head = message.slice(0, end).replace(/\r\n\s+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  return {
    messageId: header('Message-ID'),
    to: header('To'),
    subject: header('Subject'),
    text: part(message, 'text/plain'),
    html: part(message, 'text/html'),
    unsubscribe: [header('List-Unsubscribe'), header('List-Unsubscribe-Post')],
  }
}

/** A mail server for this test file, of as much SMTP as sending takes (RFC 5321). It keeps what it read, refused or not. */
export class MailServer {
  readonly mails: ReceivedMail[] = []
  verdict: Verdict = () => ACCEPTED
  #server = createServer(socket => this.#talk(socket))

  constructor() {
    afterAll(() => void this.#server.close())
  }

  /** Returns its address, for SMTP_URL. */
  listen(): Promise<string> {
    return new Promise(resolve => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address()
        resolve(`smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
      })
    })
  }

  #talk(socket: Socket): void {
    let heard = ''
    let isMessage = false
    const answer = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => undefined)
    answer('220 tests')
    socket.on('data', data => {
      heard += data.toString('latin1')
      for (;;) {
        const mark = isMessage ? '\r\n.\r\n' : '\r\n'
        const at = heard.indexOf(mark)
        if (at < 0) return
        const said = heard.slice(0, at)
        heard = heard.slice(at + mark.length)
        if (isMessage) this.#judge(said, answer)
        else answer(/^data/i.test(said) ? '354 go on' : ACCEPTED)
        isMessage = !isMessage && /^data/i.test(said)
      }
    })
  }

  #judge(message: string, answer: (line: string) => void): void {
    const mail = read(message)
    this.mails.push(mail)
    const said = this.verdict(mail)
    if (said) answer(said)
  }
}
