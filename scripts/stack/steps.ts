/** Reports work as it goes: one line for each step, with the seconds it took. */
export type Steps = {
  /** Runs a step. The line is finished with its time, or with `failed`. */
  run<T>(title: string, work: () => Promise<T>): Promise<T>
  say(line: string): void
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Steps on the terminal. In verbose mode a step's time gets a line of its own, because other lines come between. */
export function terminalSteps(verbose: boolean): Steps {
  return {
    async run(title, work) {
      const begun = Date.now()
      process.stdout.write(verbose ? `${title} …\n` : `${title} … `)
      try {
        const result = await work()
        process.stdout.write(verbose ? `${title}: ${seconds(begun)}\n` : `${seconds(begun)}\n`)
        return result
      } catch (error) {
        process.stdout.write(verbose ? `${title}: failed\n` : 'failed\n')
        throw error
      }
    },
    say: line => console.log(line),
  }
}
