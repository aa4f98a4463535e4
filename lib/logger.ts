import pino from 'pino'

/**
 * Structured logs on stdout. Log ids and codes, never objects from outside: the paths below are a second net, not the rule.
 */
export const logger = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: null,
  redact: {
    paths: [
      'password',
      '*.password',
      '*.passwordHash',
      '*.clientSecret',
      '*.client_secret',
      '*.token',
      '*.cookie',
      '*.authorization',
    ],
    censor: '[hidden]',
  },
})
