import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/ingest/main.ts')
