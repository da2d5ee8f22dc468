import { spawn } from 'node:child_process'

/** The path of a real `opa`, of the version that is embedded; the setup of the tests builds it. */
export const OPA: string = process.env.STEPGATE_TEST_OPA ?? missing()

function missing(): never {
  throw new Error('STEPGATE_TEST_OPA is not set: start these tests by npm test, or set it to the path of an opa')
}

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** What `opa` with these arguments says. It does not reject because of an exit code. */
export function runOpa(
  args: readonly string[],
  { input, cwd, env = {} }: { input?: string | Uint8Array; cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(OPA, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', failed)
    child.on('close', (code) =>
      done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    )
    // It may end before it has read everything; its exit code says more than the broken pipe does.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
