import { decodePicture } from '#backend/media/decode-picture.ts';
import type { DecoderMessage } from '#backend/media/decoder.ts';

// The utility process that looks at one picture at a time and may die of it.
const say = (message: DecoderMessage): void => process.parentPort.postMessage(message);

process.parentPort.on('message', ({ data }) => {
  void decodePicture((data as { readonly path: string }).path).then((answer) => say({ answer }));
});
say({ ready: true });
