let known: boolean | undefined;

const look = (): boolean => {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
};

/** Whether the browser can draw in three dimensions here; it is asked once, since a context takes long to make. */
export const hasWebGl = (): boolean => {
  known ??= look();
  return known;
};
