const key = 'percuta-context-of-use';

/** Whether the statement of what the clinician's doors are for has been accepted on this device. */
export const isUseAccepted = (): boolean => {
  try {
    return localStorage.getItem(key) === 'accepted';
  } catch {
    return false;
  }
};

export const rememberUse = (): void => {
  try {
    localStorage.setItem(key, 'accepted');
  } catch {
    // Where nothing may be stored, the statement is shown again next time.
  }
};
