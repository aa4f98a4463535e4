import { liveByModel } from './modeled-lives.ts'

liveByModel(1)
