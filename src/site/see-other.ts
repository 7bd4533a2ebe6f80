/** Sends the browser on to `location` after a form, with a cookie if there is one to set. */
export function seeOther(location: string, setCookie: string | null = null): Response {
  const headers = new Headers({ location })
  if (setCookie !== null) headers.append('set-cookie', setCookie)
  return new Response(null, { status: 303, headers })
}
