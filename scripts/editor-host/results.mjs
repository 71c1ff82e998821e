/** Reads the lines that test/editor/runSuite.ts prints, prints them for people and counts. */
const PREFIX = '[paidpath] '

export function resultReader(suite) {
  let end = null
  const noise = []
  return {
    read(line) {
      const at = line.indexOf(PREFIX)
      if (at < 0) {
        noise.push(line)
        return
      }
      const text = line.slice(at + PREFIX.length)
      const [word, ...rest] = text.split(' ')
      if (word === 'end') end = { passed: Number(rest[0]), failed: Number(rest[1]) }
      else if (word === 'pass') console.log(`  ✔ ${rest.join(' ')}`)
      else if (word === 'fail') console.log(`  ✘ ${rest.join(' ')}`)
      else console.log(text)
    },
    /** A window that ended without finishing its suite has failed, whatever it counted. */
    result(why) {
      if (end !== null) return end
      console.log(`  ✘ ${suite} did not finish: ${why}`)
      console.log(
        noise
          .slice(-40)
          .map((line) => `     ${line}`)
          .join('\n'),
      )
      return { passed: 0, failed: 1 }
    },
  }
}
