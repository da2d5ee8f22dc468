import { type Http, HttpError } from '../../core/http.js'

// A shorter one may be a word like any other.
const MIN_LENGTH = 6

/**
 * The same client, to which an answer that repeats the token is none: what a server says goes to the summary, to comments and to the
 * report, where nobody masks it.
 */
export function withoutEcho(http: Http, authorization: string | undefined): Http {
  const token = authorization?.replace(/^Bearer /, '')
  return token === undefined || token.length < MIN_LENGTH
    ? http
    : {
        ...http,
        request: async (request) => {
          const response = await http.request(request)
          const isRepeated =
            Buffer.from(response.body).includes(token) ||
            Object.values(response.headers).some((value) => value.includes(token))
          if (!isRepeated) return response
          throw new HttpError(
            'broken',
            `${request.url.host} repeats the token that it was given: its answer is not used`,
          )
        },
      }
}
