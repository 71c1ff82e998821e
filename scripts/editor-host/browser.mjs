/** Runs one suite in the VS Code of `code-server`, looked at by Chromium. */
import { remote, startBrowserHost } from './browserHost.mjs'
import { resultReader } from './results.mjs'

/** In a browser VS Code saves by itself unless told otherwise; the suites are about unsaved text. */
const SETTINGS = { 'files.autoSave': 'off' }
const SUITE_TIMEOUT = 180_000

export async function runInBrowser(host, extension, suite) {
  const reader = resultReader(suite.name)
  const window = await startBrowserHost(host, { data: suite.data, trusted: suite.trusted, settings: SETTINGS })
  try {
    const { page, go } = await window.open(suite.workspace, [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(suite.tests)],
    ])
    const ended = new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve('it took too long'), SUITE_TIMEOUT)
      page.once('crash', () => resolve('the page crashed'))
      void page
        .exposeFunction('codeAutomationLog', (_type, args) => {
          for (const line of args.map(String).join(' ').split('\n')) reader.read(line)
        })
        .then(() =>
          page.exposeFunction('codeAutomationExit', (code) => {
            clearTimeout(timer)
            resolve(`VS Code ended with ${code}`)
          }),
        )
        .then(go)
        .catch(reject)
    })
    return reader.result(await ended)
  } finally {
    await window.stop()
  }
}
