/** Where the browser keeps a chosen theme; no entry means: as the system. */
export const THEME_KEY = 'holdfast-theme'

/** Runs before the first paint, so that a chosen theme never flashes in the other one. Also marks that scripts run. */
export const THEME_SCRIPT = `(function(){var r=document.documentElement;r.dataset.script='';try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')r.dataset.theme=t}catch(e){}})()`
