import type { z } from 'zod';

/** One call over the wire: what goes in, what comes out, and whether it changes the library. */
export interface Call<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly in: In;
  readonly out: Out;
  /** A writing call needs the library's lock; a reading one works beside its owner. */
  readonly writes: boolean;
  /** Largest request in bytes of JSON (or raw bytes for `media.put`). */
  readonly maxBytes: number;
}

export interface Push<Data extends z.ZodType = z.ZodType> {
  readonly push: Data;
}

export interface CallOptions {
  readonly maxBytes?: number;
}

const kilobyte = 1024;
const defaultMaxBytes = 256 * kilobyte;
/** 50,000 words with marks are 1 to 3 MB of JSON; ten times that is no story. */
export const storyMaxBytes = 32 * 1024 * kilobyte;

export const read = <In extends z.ZodType, Out extends z.ZodType>(input: In, out: Out, { maxBytes = defaultMaxBytes }: CallOptions = {}): Call<In, Out> =>
  ({ in: input, out, writes: false, maxBytes });

export const write = <In extends z.ZodType, Out extends z.ZodType>(input: In, out: Out, { maxBytes = defaultMaxBytes }: CallOptions = {}): Call<In, Out> =>
  ({ in: input, out, writes: true, maxBytes });

export const push = <Data extends z.ZodType>(data: Data): Push<Data> => ({ push: data });
