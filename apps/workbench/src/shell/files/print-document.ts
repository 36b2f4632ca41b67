/**
 * Prints an HTML document of its own, from where a browser can save it as PDF. It runs no script: the frame allows the
 * page to reach in and to print, and nothing else.
 */
export const printDocument = (title: string, html: string): void => {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.className = 'printed';
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.addEventListener('load', () => {
    const view = frame.contentWindow;
    view?.addEventListener('afterprint', () => frame.remove(), { once: true });
    view?.print();
  });
  frame.srcdoc = html;
  document.body.append(frame);
};
