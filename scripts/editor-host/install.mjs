/**
 * Puts the VS Code that ships inside the npm package `code-server` into `.cache/editor-host`, ready to run:
 * its own modules, the Node it wants, its three native modules, and a Chromium to look at it with.
 */
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { installSystemPackages, run, SetupError, step, which } from './shell.mjs'

const CODE_SERVER = '4.139.1'
const NODE = '24'
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog', 'node-pty']
const SYSTEM_PACKAGES = { chromium: ['chromium'], 'g++': ['g++'], make: ['make'], python3: ['python3'] }

/** @returns {{ version: string, node: string, server: string, chromium: string }} */
export async function installHost(cache) {
  if (process.platform !== 'linux') {
    throw new SetupError(
      'VS Code could not be downloaded, and the stand-in host runs on Linux only. Connect to the internet once: `npm test` keeps the download.',
    )
  }
  await installSystemPackages(SYSTEM_PACKAGES)
  const nodePackage = path.join(cache, 'node_modules', `node-linux-${process.arch}`)
  const vscode = path.join(cache, 'node_modules', 'code-server', 'lib', 'vscode')
  const host = {
    version: CODE_SERVER,
    node: path.join(nodePackage, 'bin', 'node'),
    server: path.join(vscode, 'out', 'server-main.js'),
    chromium: which('chromium') ?? 'chromium',
  }
  const mark = path.join(cache, 'installed')
  const wanted = `code-server ${CODE_SERVER}, node ${NODE}`
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return host

  step(`Installing VS Code from ${wanted} into ${path.relative(process.cwd(), cache)} (once, about a minute).`)
  await rm(mark, { force: true })
  await mkdir(cache, { recursive: true })
  await writeFile(path.join(cache, 'package.json'), '{ "private": true }\n')
  const npm = (args, cwd, env = {}) => run('npm', [...args, '--no-audit', '--no-fund'], { cwd, env: { ...process.env, ...env } })
  await npm(['install', '--ignore-scripts', `code-server@${CODE_SERVER}`, `${path.basename(nodePackage)}@${NODE}`], cache)
  await npm(['install', '--omit=dev', '--ignore-scripts'], vscode)
  await npm(['install', '--omit=dev', '--ignore-scripts'], path.join(vscode, 'extensions'))
  await npm(['rebuild', ...NATIVE_MODULES], vscode, {
    PATH: `${path.dirname(host.node)}${path.delimiter}${process.env.PATH ?? ''}`,
    npm_config_nodedir: nodePackage,
  })
  await rm(path.join(vscode, 'extensions', 'copilot'), { recursive: true, force: true })
  await access(host.server)
  await writeFile(mark, wanted)
  return host
}
