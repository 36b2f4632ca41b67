import { useRouter } from '@tanstack/react-router';
import type { Choice } from '../choice.ts';

/** The full address of a choice: what it says stands after the "#". */
export const useAddress = (): ((choice: Choice) => string) => {
  const router = useRouter();
  return (choice) => {
    const { href } = router.buildLocation({ to: '/decide', search: choice });
    return new URL(router.history.createHref(href), window.location.href).href;
  };
};
