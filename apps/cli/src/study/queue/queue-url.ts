const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

// A character of a password that belongs to the syntax of a URL moves the rest of it to where anything may stand.
const isWhole = ({ pathname, search, hash }: URL): boolean =>
  hash === '' && !pathname.includes('@') && !search.includes('@');

/** Whether a text is a URL of PostgreSQL, with a password that is written so that it can be told from the rest. */
export const isPostgresUrl = (text: string): boolean => {
  const url = parsed(text);
  return url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && isWhole(url);
};

/** A URL as it may be shown: without its password, and without its options, which may hold another. */
export const withoutPassword = (text: string): string => {
  const url = parsed(text);
  // A word alone holds no password: a file, or a name that was mistyped.
  if (!/[@?#=:]/.test(text)) return text;
  const [scheme] = /^[a-z]+:\/\//i.exec(text) ?? [''];
  if (url === undefined || scheme === '' || !isWhole(url)) return `${scheme}…`;
  const { protocol, username, password, host, pathname, search } = url;
  const user = username === '' && password === '' ? '' : `${username}${password === '' ? '' : ':…'}@`;
  return `${protocol}//${user}${host}${pathname}${search === '' ? '' : '?…'}`;
};
