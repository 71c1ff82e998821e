/**
 * Takes the pictures of the README in a real VS Code: the squiggle with its hover, the audit panel. Clicks a step of the panel on the way
 * and fails when that does not open the line.
 *   --extension DIR   photograph this unpacked extension instead of building one
 */
import { cp, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startBrowserHost } from './browserHost.mjs'
import { installHost } from './install.mjs'
import { run } from './shell.mjs'
import { packageExtension } from './stage.mjs'

const SETTINGS = {
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'typescript.validate.enable': false,
  'editor.hover.delay': 100,
}
const WAIT = { timeout: 30_000 }

const { values } = parseArgs({ options: { extension: { type: 'string' } } })
const work = path.resolve('.cache', 'screenshots')
const pictures = path.resolve('docs', 'images')

await rm(work, { recursive: true, force: true })
await mkdir(pictures, { recursive: true })
const shop = path.join(work, 'shop')
await cp('samples/shop', shop, { recursive: true })
const data = path.join(work, 'data')
const host = await startBrowserHost(await installHost(path.resolve('.cache', 'editor-host')), { data, settings: SETTINGS, vsix: await packaged() })
const { page, go } = await host.open(shop)
try {
  await go()
  await openFile(page, 'orders.ts')
  const write = page.locator('.view-line', { hasText: 'db.order.create' })
  await page.locator('.squiggly-warning').first().waitFor(WAIT)
  const word = write.locator('span span', { hasText: 'create' }).last()
  await word.hover()
  await page.locator('.monaco-hover', { hasText: 'CWE-362' }).first().waitFor(WAIT)
  await page
    .locator('.monaco-hover', { hasText: /Loading|Checking/ })
    .first()
    .waitFor({ state: 'hidden', ...WAIT })
  await page.waitForFunction("document.getAnimations().every((animation) => animation.playState !== 'running')", null, WAIT)
  await page.screenshot({ path: path.join(pictures, 'finding.png') })

  await page.locator('.monaco-hover a', { hasText: 'post-payment-rollback' }).first().dispatchEvent('click')
  const rulePage = page.locator('.tab.active', { hasText: 'post-payment-rollback' }).first()
  await rulePage.waitFor(WAIT)
  await rulePage.locator('.tab-actions a').click()
  await runCommand(page, 'Toggle Primary Side Bar Visibility')
  await runCommand(page, 'Paidpath: Open Audit Panel')
  const panel = page.frameLocator('iframe.webview').frameLocator('iframe')
  const confirmation = panel.getByText('Payment confirmed: checkout.session.completed').first()
  await confirmation.waitFor(WAIT)
  await panel.locator('body').evaluate((body) => body.ownerDocument.fonts.ready)
  await page.screenshot({ path: path.join(pictures, 'audit-panel.png') })

  await confirmation.click()
  await page.locator('.tab.active', { hasText: 'route.ts' }).first().waitFor(WAIT)
  console.log(`Pictures are in ${path.relative(process.cwd(), pictures)}.`)
} catch (error) {
  await page.screenshot({ path: path.join(work, 'failure.png') })
  throw error
} finally {
  await host.stop()
}

async function openFile(page, name) {
  await page.locator('.monaco-workbench').waitFor(WAIT)
  await page.keyboard.press('Control+P')
  await page.locator('.quick-input-widget input').first().fill(name)
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click(WAIT)
}

async function runCommand(page, title) {
  await page.keyboard.press('F1')
  await page.locator('.quick-input-widget input').first().fill(`>${title}`)
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click(WAIT)
}

/** The package as a user installs it. */
async function packaged() {
  const vsix = path.join(work, 'paidpath.vsix')
  if (values.extension === undefined) await run(process.execPath, ['esbuild.mjs', '--production'])
  await packageExtension(values.extension ?? process.cwd(), vsix)
  return vsix
}
