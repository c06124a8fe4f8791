// `--import tsx` does nothing in a worker thread of a process that was started without it.
import { register } from 'tsx/esm/api';

register();
