import { decodePicture } from './decode-picture.ts';
import type { DecoderMessage } from './decoder.ts';

const say = (message: DecoderMessage): void => void process.send?.(message);

process.on('message', (request: { readonly path: string }) => {
  void decodePicture(request.path).then((answer) => say({ answer }));
});
// The owner is gone, perhaps killed: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
say({ ready: true });
