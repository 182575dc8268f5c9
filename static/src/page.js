// The entry of every page: the live stream, and what makes pages easier where scripts run.
import { follow } from './page/stream.js';
import { refreshed } from './page/refresh.js';
import { openOutline } from './page/outline.js';
import { loadPreviews } from './page/previews.js';
import { watchJob } from './page/job.js';
import { holdForms, sayNotice } from './page/forms.js';

openOutline();
loadPreviews();
watchJob();
holdForms();
sayNotice();
follow({ refreshed });
