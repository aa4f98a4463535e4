import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/doctor/main.ts')
