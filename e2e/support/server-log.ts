import { existsSync, readFileSync } from 'node:fs'

/** Our logger's errors (levels of pino: 50 and up), and what Next prints of an error that nobody caught. */
const COMPLAINT = /"level":[56]0|⨯|\bError:/

/** What the web app's log says from a moment on. A job's failure is not looked at: it is tried again by design. */
export class ServerLog {
  readonly #file: string
  #read: number

  constructor(file: string) {
    this.#file = file
    this.#read = this.#text().length
  }

  /** Lines that complain, written since this was made. A restarted server writes a new file. */
  complaints(): string[] {
    const text = this.#text()
    const news = text.length < this.#read ? text : text.slice(this.#read)
    return news.split('\n').filter(line => COMPLAINT.test(line))
  }

  #text(): string {
    return existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : ''
  }
}
