// Runs in the browser before any other script of ours. Zod makes faster parsers with `new Function`, which the content
// security policy rightly refuses; told so here, it does not try, and no visit counts as a violation.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
