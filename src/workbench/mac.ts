/** Whether the keyboard has a command key, which takes the place of Ctrl in most shortcuts. */
export const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
