// The platform in a process of its own, so that what stalls the bot does not stall its clock. Speaks with its parent.
import { LimitedPlatform } from './limited-platform.js';

const platform = await LimitedPlatform.open();
process.send?.({ url: platform.url });
process.on('message', () => {
  const { accepted, refused } = platform;
  process.send?.({ accepted, refused });
});
process.on('disconnect', () => process.exit(0));
