import { bootstrap } from './bootstrap.mjs'
import { NODE_FLAGS } from './ingest/node-flags.mjs'

bootstrap('scripts/ingest/main.ts', NODE_FLAGS)
