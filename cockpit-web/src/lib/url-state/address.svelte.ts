/** The address bar as reactive state: reading it in a component makes the component follow it. */
export class Address {
  #path = $state("/");
  #search = $state("");
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
    this.#read();
  }

  /** The path, such as `/`. */
  get path(): string {
    return this.#path;
  }

  /** The query string with its question mark, or an empty text. */
  get search(): string {
    return this.#search;
  }

  /** Goes to another query string as a step of its own, so that the back button returns from it. */
  go(search: string): void {
    if (search === this.#search) return;
    this.#window.history.pushState(null, "", this.#path + search);
    this.#read();
  }

  /** Changes the query string without a step of history: for what is a taste of the reader, not a place. */
  amend(search: string): void {
    this.#window.history.replaceState(null, "", this.#path + search);
    this.#read();
  }

  /** Follows the back and forward buttons until the returned function is called. */
  follow(): () => void {
    const read = (): void => {
      this.#read();
    };
    this.#window.addEventListener("popstate", read);
    return () => {
      this.#window.removeEventListener("popstate", read);
    };
  }

  #read(): void {
    this.#path = this.#window.location.pathname;
    this.#search = this.#window.location.search;
  }
}
