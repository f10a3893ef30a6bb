// The parts of untyped packages that the page uses; React's types are not among the project's packages.
declare module "react" {
  export type Element = object;
  export function createElement(type: unknown, props?: object | null, ...children: unknown[]): Element;
}

declare module "react-dom/client" {
  export function createRoot(container: HTMLElement): { render(element: object): void };
}
