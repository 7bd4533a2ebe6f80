/** The name under which the stand-in serves a site. */
export const HOST = 'offhook.test'
