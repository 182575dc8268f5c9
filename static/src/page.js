// The entry of every page: the live stream, and what makes pages easier where scripts run.
import { follow } from './page/stream.js';
import { refreshed } from './page/refresh.js';
import { openOutline } from './page/outline.js';
import { loadPreviews } from './page/previews.js';
import { watchJob } from './page/job.js';
import { holdForms } from './page/forms.js';
import { sayNotice } from './page/notice.js';
import { standAtAddress } from './page/address.js';
import { siftSeats } from './page/seats.js';

standAtAddress();
openOutline();
loadPreviews();
watchJob();
holdForms();
sayNotice();
siftSeats();
follow({ refreshed });
