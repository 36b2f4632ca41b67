import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

const key = 'percuta-context-of-use';

const wasAccepted = (): boolean => {
  try {
    return localStorage.getItem(key) === 'accepted';
  } catch {
    return false;
  }
};

const remember = (): void => {
  try {
    localStorage.setItem(key, 'accepted');
  } catch {
    // Where nothing may be stored, the statement is shown again next time.
  }
};

interface GateProps {
  /** Words of the door: of its namespace under `gate`. */
  readonly words: (key: 'gate.title' | 'gate.text' | 'gate.go') => string;
  /** What stands behind it. */
  readonly children: () => ReactNode;
}

/** The statement of what the clinician's doors are for; accepted once on a device, it opens all of them. */
export const Gate = ({ words, children }: GateProps) => {
  const [isOpen, setOpen] = useState(wasAccepted);
  if (isOpen) return children();
  return (
    <section className="panel gate">
      <h1>{words('gate.title')}</h1>
      <p>{words('gate.text')}</p>
      <Button
        onClick={() => {
          remember();
          setOpen(true);
        }}
      >
        {words('gate.go')}
      </Button>
    </section>
  );
};
