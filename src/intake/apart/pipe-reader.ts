/** Takes exact numbers of bytes out of a stream. */
export class PipeReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** @throws Error where the stream ends before. */
  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const taken = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      if (this.held.length === 0) {
        const { value, done } = await this.chunks.next();
        if (done === true) throw new Error('The other process ended before its answer did.');
        this.held = value;
      }
      const some = this.held.subarray(0, length - at);
      taken.set(some, at);
      this.held = this.held.subarray(some.length);
      at += some.length;
    }
    return taken;
  }
}
