declare module 'email-providers' {
  /** Domains of e-mail providers that give an address to anyone. */
  const providers: readonly string[];
  export default providers;
}
