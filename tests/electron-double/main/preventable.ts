/** An event as Electron hands it to a listener that may refuse. */
export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export const preventable = <T extends object>(details: T): Preventable & T => {
  const event: Preventable & T = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
};
