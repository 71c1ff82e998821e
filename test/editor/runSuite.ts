/** Runs one Mocha suite inside VS Code's extension host and prints lines that scripts/run-editor-tests.mjs picks out of the noise. */
import Mocha from 'mocha'

const PREFIX = '[paidpath] '

export async function runSuite(define: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: LineReporter })
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha)
  define()
  const failures = await new Promise<number>((resolve) => mocha.run(resolve))
  if (failures > 0) throw new Error(`${failures} editor tests failed`)
}

class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options)
    runner.on('pass', (test) => {
      print(`pass ${test.fullTitle()} (${test.duration ?? 0} ms)`)
    })
    runner.on('fail', (test, error: unknown) => {
      print(`fail ${test.fullTitle()}`)
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      for (const line of text.split('\n')) print(`     ${line}`)
    })
    runner.once('end', () => {
      print(`end ${runner.stats?.passes ?? 0} ${runner.stats?.failures ?? 0}`)
    })
  }
}

function print(line: string): void {
  console.log(PREFIX + line)
}
