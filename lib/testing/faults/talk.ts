/** What a process under test is asked: operations that all begin at the same moment. */
export type Orders = { operation: string; input: unknown }[]

/** What whoever asked for an operation was told of it. A process that was killed tells nothing. */
export type Told =
  | { outcome: 'done' | 'killed' }
  | { outcome: 'refused'; code: string }
  | { outcome: 'broke'; code: string }
