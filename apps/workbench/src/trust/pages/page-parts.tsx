import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line, PagePart, Span } from './read-page.ts';
import type { PageName } from './page-names.ts';
import { linkedPage, pictureUrl } from './shown-pages.ts';

interface Opened {
  readonly name: PageName;
  readonly open: (name: PageName) => void;
}

/** The page that is shown, and the way to another. */
export const OpenedPage = createContext<Opened | undefined>(undefined);

const Linked = ({ text, to }: { readonly text: string; readonly to: string }) => {
  const opened = useContext(OpenedPage);
  const linked = opened && linkedPage(opened.name, to);
  if (opened !== undefined && linked !== undefined) {
    return (
      <button type="button" className="link-button" onClick={() => opened.open(linked)}>
        {text}
      </button>
    );
  }
  return to.startsWith('https://') ? <a href={to}>{text}</a> : <span>{text}</span>;
};

const SpanText = ({ span: { kind, text, to } }: { readonly span: Span }) => {
  switch (kind) {
    case 'code':
      return <code>{text}</code>;
    case 'strong':
      return <strong>{text}</strong>;
    case 'link':
      return <Linked text={text} to={to ?? ''} />;
    case 'text':
      return text;
  }
};

export const LineText = ({ line }: { readonly line: Line }) =>
  line.map((span, n) => <SpanText key={`${n} ${span.text}`} span={span} />);

const plain = (line: Line): string => line.map(({ text }) => text).join('');

type Of<Kind extends PagePart['kind']> = Extract<PagePart, { readonly kind: Kind }>;

/** On a phone every row stands as a block of its own, each cell beside the word of its column. */
const Table = ({ part: { head, rows } }: { readonly part: Of<'table'> }) => {
  const { t } = useTranslation('trust');
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('pages.table')}>
      <table className="page-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {head.map((cell, n) => (
              <th key={`${n} ${plain(cell)}`} scope="col" role="columnheader">
                <LineText line={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, r) => (
            <tr key={`${r} ${row.map(plain).join('|')}`} role="row">
              {row.map((cell, n) => (
                <td key={`${n} ${plain(cell)}`} role="cell" data-head={plain(head[n] ?? [])}>
                  <LineText line={cell} />
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
const Heading = ({ part: { level, text } }: { readonly part: Of<'heading'> }) => {
  const line = <LineText line={text} />;
  if (level === 1) return <h2>{line}</h2>;
  return level === 2 ? <h3>{line}</h3> : <h4>{line}</h4>;
};

const Picture = ({ part: { name, file } }: { readonly part: Of<'picture'> }) => {
  const opened = useContext(OpenedPage);
  const url = opened && pictureUrl(opened.name, file);
  return url === undefined ? (
    <p className="small">{name}</p>
  ) : (
    <img className="page-picture" src={url} alt={name} loading="lazy" />
  );
};

export const PartView = ({ part }: { readonly part: PagePart }) => {
  switch (part.kind) {
    case 'heading':
      return <Heading part={part} />;
    case 'text':
      return (
        <p>
          <LineText line={part.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {part.items.map((item, n) => (
            <li key={`${n} ${plain(item)}`}>
              <LineText line={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table part={part} />;
    case 'picture':
      return <Picture part={part} />;
    case 'code':
      return (
        <pre className="scroll" tabIndex={0}>
          {part.text}
        </pre>
      );
  }
};
