/** The number of the last page that this answer knows of; 0 where it is the last one itself (RFC 8288; GitHub REST: pagination). */
export function lastPageOf(link: string | undefined): number {
  return pageOf(link, 'last') ?? pageOf(link, 'next') ?? 0
}

function pageOf(link: string | undefined, relation: string): number | undefined {
  for (const part of (link ?? '').split(/,(?=\s*<)/)) {
    const [, url = '', rest = ''] = /^\s*<([^>]*)>(.*)$/.exec(part) ?? []
    if (!rest.split(';').some((word) => word.trim() === `rel="${relation}"`) || !URL.canParse(url)) continue
    const page = new URL(url).searchParams.get('page') ?? ''
    if (/^[1-9]\d{0,8}$/.test(page)) return Number(page)
  }
  return undefined
}

/**
 * The answers of these pages, in order: those that are known of side by side, then those that their answers tell of.
 * `read` gives an answer with the page that it says is the last.
 */
export async function readPages<T>(
  known: number,
  max: number,
  read: (page: number) => Promise<{ readonly answer: T; readonly last: number }>,
): Promise<readonly T[]> {
  const answers: T[] = []
  let until = Math.min(Math.max(known, 1), max)
  while (answers.length < until) {
    const from = answers.length + 1
    const found = await Promise.all(Array.from({ length: until - from + 1 }, (_, i) => read(from + i)))
    answers.push(...found.map(({ answer }) => answer))
    until = Math.min(max, Math.max(...found.map(({ last }) => last)))
  }
  return answers
}
