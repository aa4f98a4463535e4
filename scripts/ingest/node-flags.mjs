/**
 * How Node shall collect the garbage of `npm run ingest`. Each event leaves some kilobytes behind and nothing that lives. In
 * Node's own 16 MB they were copied about by threads that wait for a processor which PostgreSQL has: 12 ms, seven times a second,
 * in which everybody waits. In 2 MB, by the thread itself, it is 0.7 ms. What is on its way meanwhile grows old all the same, and for it the whole heap was
 * collected every second or two, 15 ms each time: now when it is five times what lives, which costs some 65 MB. Measured with `npm run bench:webhooks`.
 */
export const NODE_FLAGS = ['--max-semi-space-size=2', '--single-threaded-gc', '--heap-growing-percent=400']
