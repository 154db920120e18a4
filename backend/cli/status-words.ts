import type { JobState } from '#core/contract/publish.ts';
import type { StoryStatus } from '#core/story/meta.ts';
import type { Language } from './output.ts';

/** A status and a state as people read them. */
export const statusWords: Readonly<Record<Language, Readonly<Record<StoryStatus, string>>>> = {
  vi: { draft: 'Bản nháp', submitted: 'Chờ duyệt', sent_back: 'Trả lại', approved: 'Đã duyệt', published: 'Đã đăng' },
  en: { draft: 'Draft', submitted: 'Submitted', sent_back: 'Sent back', approved: 'Approved', published: 'Published' },
};

export const stateWords: Readonly<Record<Language, Readonly<Record<JobState, string>>>> = {
  vi: { running: 'Đang gửi', 'waiting-offline': 'Chờ mạng', 'waiting-retry': 'Chờ gửi lại', 'needs-sign-in': 'Cần đăng nhập', conflict: 'Xung đột', failed: 'Không gửi được', cancelled: 'Đã hủy', done: 'Đã đăng' },
  en: { running: 'Sending', 'waiting-offline': 'Waiting for the network', 'waiting-retry': 'Waiting to try again', 'needs-sign-in': 'Needs sign-in', conflict: 'Conflict', failed: 'Failed', cancelled: 'Cancelled', done: 'Published' },
};
