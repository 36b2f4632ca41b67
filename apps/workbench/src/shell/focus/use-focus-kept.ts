import { tabbable } from 'tabbable';
import { useEffect } from 'react';

/** An element and what it stands in, inmost first. */
const withAncestors = (element: Element): Element[] => {
  const chain: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) chain.push(each);
  return chain;
};

const canHold = (element: Element): boolean => element.isConnected && !element.matches(':disabled');

/** The next stop of the Tab key after where focus was lost, or the last before it; of what is around it, the nearest that has one. */
const nearestStop = ([lost, ...around]: readonly Element[]): HTMLElement | SVGElement | undefined => {
  for (const place of around) {
    const stops = place.isConnected ? tabbable(place) : [];
    const isAfter = (stop: Element) =>
      lost?.isConnected === true &&
      (lost.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
    const found = stops.find(isAfter) ?? stops.at(-1);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * Where what has the focus goes away or is disabled (a button that has done its work, an entry that is taken out), the
 * browser leaves the focus nowhere, and who works by keyboard begins again at the top. Focus then goes to what is next to it.
 */
export const useFocusKept = (): void => {
  useEffect(() => {
    let last: readonly Element[] = [];
    const enter = ({ target }: FocusEvent): void => {
      if (target instanceof Element) last = withAncestors(target);
    };
    const leave = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null || !document.hasFocus()) return;
      // Left for nothing by a press beside it: it is not to come back when the element goes later. An element that is
      // being taken out is left while it is still there.
      queueMicrotask(() => {
        if (target === last[0] && target instanceof Element && canHold(target)) last = [];
      });
    };
    const settle = (): void => {
      const [holder] = last;
      const now = document.activeElement;
      if (holder === undefined || canHold(holder) || (now !== document.body && now !== holder)) return;
      const stop = nearestStop(last);
      last = [];
      stop?.focus();
    };
    // A disabled element is let go of by the browser only when it next draws.
    const watch = new MutationObserver(() => {
      if (last[0] !== undefined && !canHold(last[0])) requestAnimationFrame(settle);
    });
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
      watch.disconnect();
    };
  }, []);
};
