import type { ReactNode } from 'react';

/** What can wait, behind one press. Printed, all of it stands open. */
export const More = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <details className="more">
    <summary>{title}</summary>
    {children}
  </details>
);

/** Texts of the aid as a list. */
export const Texts = ({ of }: { readonly of: readonly { readonly text: string }[] }) => (
  <ul>
    {of.map(({ text }) => (
      <li key={text} data-content>
        {text}
      </li>
    ))}
  </ul>
);
