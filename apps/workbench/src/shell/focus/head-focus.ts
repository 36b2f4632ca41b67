/** A link of the head: the door it leads to, and which of the links there it is. */
interface Held {
  readonly href: string;
  readonly place: number;
}

const linksTo = (root: HTMLElement, href: string): HTMLAnchorElement[] =>
  [...root.querySelectorAll<HTMLAnchorElement>('header.top a')].filter((link) => link.href === href);

/**
 * Keeps the focus of who has tabbed to a link of the head that stands in the page before the scripts: once the first
 * drawing has taken its place, the same link has it. Begins to watch at once; to be called before that drawing.
 */
export const keepHeadFocus = (root: HTMLElement): void => {
  const head = root.querySelector('header');
  if (head === null) return;
  let held: Held | undefined;
  const enter = (target: EventTarget | null): void => {
    held =
      target instanceof HTMLAnchorElement
        ? { href: target.href, place: linksTo(root, target.href).indexOf(target) }
        : undefined;
  };
  head.addEventListener('focusin', ({ target }) => enter(target));
  head.addEventListener('focusout', ({ target }) => {
    // A link that is taken out is left while it is still there.
    queueMicrotask(() => {
      if (target instanceof Element && target.isConnected) held = undefined;
    });
  });
  if (head.contains(document.activeElement)) enter(document.activeElement);
  const watch = new MutationObserver(() => {
    if (head.isConnected) return;
    watch.disconnect();
    if (held !== undefined && document.activeElement === document.body)
      linksTo(root, held.href)[held.place]?.focus();
  });
  watch.observe(root, { childList: true });
};
