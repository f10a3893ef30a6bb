const PREFIX = "addsync:";

/**
 * The browser's storage under names of our own. Other projects run their GraphiQL on the same port of the same
 * machine sooner or later, and would otherwise hand their tabs to ours.
 */
export const ownStorage = {
  getItem: (name: string) => localStorage.getItem(PREFIX + name),
  setItem: (name: string, value: string) => localStorage.setItem(PREFIX + name, value),
  removeItem: (name: string) => localStorage.removeItem(PREFIX + name),
  get length() {
    return ownNames().length;
  },
  clear: () => {
    for (const name of ownNames()) localStorage.removeItem(name);
  },
};

function ownNames(): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
}
