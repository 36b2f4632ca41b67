import type { MarkedToken, Token, Tokens } from 'marked';
import { createContext, useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageName } from './page-names.ts';
import { linkedPage, pictureUrl } from './shown-pages.ts';

interface Opened {
  readonly name: PageName;
  readonly open: (name: PageName) => void;
}

/** The page that is shown, and the way to another. */
export const OpenedPage = createContext<Opened | undefined>(undefined);

const Linked = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => {
  const opened = useContext(OpenedPage);
  const linked = opened && linkedPage(opened.name, to);
  if (opened !== undefined && linked !== undefined) {
    return (
      <button type="button" className="link-button" onClick={() => opened.open(linked)}>
        {children}
      </button>
    );
  }
  return to.startsWith('https://') ? <a href={to}>{children}</a> : <span>{children}</span>;
};

const Picture = ({ picture: { text, href } }: { readonly picture: Tokens.Image }) => {
  const opened = useContext(OpenedPage);
  const url = opened && pictureUrl(opened.name, href);
  return url === undefined ? text : <img className="page-picture" src={url} alt={text} loading="lazy" />;
};

/** On a phone every row stands as a block of its own, each cell beside the word of its column. */
const Table = ({ table: { header, rows } }: { readonly table: Tokens.Table }) => {
  const { t } = useTranslation('trust');
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('pages.table')}>
      <table className="page-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {header.map(({ text, tokens }, n) => (
              <th key={`${n} ${text}`} scope="col" role="columnheader">
                <Parts of={tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, r) => (
            <tr key={`${r} ${row[0]?.text}`} role="row">
              {row.map(({ text, tokens }, n) => (
                <td key={`${n} ${text}`} role="cell" data-head={header[n]?.text}>
                  <Parts of={tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The page stands below the head of the door: its own head is of the second level. */
const headings = { 1: 'h2', 2: 'h3' } as const;

const Part = ({ token }: { readonly token: MarkedToken }) => {
  switch (token.type) {
    case 'heading': {
      const Head = token.depth === 1 || token.depth === 2 ? headings[token.depth] : 'h4';
      return (
        <Head>
          <Parts of={token.tokens} />
        </Head>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Parts of={token.tokens} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {token.items.map(({ raw, tokens }, n) => (
            <li key={`${n} ${raw}`}>
              <Parts of={tokens} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table table={token} />;
    case 'code':
      return (
        <pre className="scroll" tabIndex={0}>
          {token.text}
        </pre>
      );
    case 'image':
      return <Picture picture={token} />;
    case 'link':
      return (
        <Linked to={token.href}>
          <Parts of={token.tokens} />
        </Linked>
      );
    case 'strong':
      return (
        <strong>
          <Parts of={token.tokens} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Parts of={token.tokens} />
        </em>
      );
    case 'codespan':
      return <code>{token.text}</code>;
    case 'text':
      return token.tokens === undefined ? token.text : <Parts of={token.tokens} />;
    case 'escape':
      return token.text;
    case 'space':
      return undefined;
    default:
      return token.raw;
  }
};

/** What a page of the documentation is made of, drawn in its order. */
export const Parts = ({ of }: { readonly of: readonly Token[] }) =>
  of.map((token, n) => (
    // Without extensions of the reader there are no others.
    <Part key={`${n} ${token.type}`} token={token as MarkedToken} />
  ));
