import { z } from 'zod';

/**
 * Every expected failure: a stable code and a sentence in both languages that says what happened, what is safe, what to do.
 * `{name}` is replaced by the error's parameter of that name. Bugs are not here: they throw.
 */
export const errorCatalogue = {
  'call.unknown': { vi: 'Không có lệnh “{call}”. Chưa có gì thay đổi. Hãy tải lại cửa sổ.', en: 'There is no call “{call}”. Nothing has changed. Reload the window.' },
  'call.invalid': { vi: 'Yêu cầu “{call}” sai khuôn dạng ({detail}). Chưa có gì thay đổi.', en: 'The request “{call}” is malformed ({detail}). Nothing has changed.' },
  'call.too-large': { vi: 'Yêu cầu lớn hơn {limit} MB. Chưa có gì thay đổi. Hãy chia nhỏ ra.', en: 'The request is larger than {limit} MB. Nothing has changed. Split it into smaller parts.' },
  'call.failed': { vi: 'Có lỗi trong chương trình. Những gì đã báo “Đã lưu” vẫn nguyên. Hãy thử lại.', en: 'Something went wrong inside the program. Everything reported as saved is safe. Try again.' },
  'call.unreachable': { vi: 'Chưa liên lạc được với Tòa Soạn trên máy này. Chữ vừa gõ vẫn được giữ và sẽ gửi lại.', en: 'Tòa Soạn on this machine can’t be reached. What you typed is kept and will be sent again.' },
  'library.locked': { vi: 'Thư viện đang mở ở một Tòa Soạn khác trên máy này. Dữ liệu vẫn nguyên. Hãy dùng cửa sổ đó hoặc đóng nó lại.', en: 'The library is open in another Tòa Soạn on this machine. The data is safe. Use that window or close it.' },
  'library.full': { vi: 'Ổ đĩa đã đầy, chưa lưu được thay đổi này. Bài vẫn ở trên màn hình và bản đã lưu vẫn nguyên. Hãy giải phóng chỗ trống.', en: 'The disk is full, this change is not saved. The story is still on screen and what was saved is safe. Free some space.' },
  'library.newer': { vi: 'Thư viện này do một bản Tòa Soạn mới hơn tạo ra. Không có gì bị thay đổi. Hãy cập nhật chương trình.', en: 'This library was made by a newer Tòa Soạn. Nothing has been changed. Update the program.' },
  'library.damaged': { vi: 'Tệp thư viện bị hỏng và không mở được. Tệp cũ được giữ nguyên tại {path}.', en: 'The library file is damaged and can’t be opened. The old file is kept as it is at {path}.' },
  'library.unwritable': { vi: 'Không ghi được vào thư viện ({path}). Dữ liệu vẫn nguyên. Hãy kiểm tra quyền của thư mục.', en: 'The library can’t be written ({path}). The data is safe. Check the folder’s permissions.' },
  'story.missing': { vi: 'Không tìm thấy bài này. Không có gì bị xóa. Hãy xem trong Thùng rác hoặc Tất cả bài.', en: 'This story can’t be found. Nothing was deleted. Look in Trash or All stories.' },
  'story.stale': { vi: 'Bài đã được sửa ở nơi khác. Chữ của cửa sổ này được giữ riêng thành một bản. Hãy mở bản mới nhất.', en: 'The story was changed elsewhere. This window’s text is kept as a separate version. Open the newest text.' },
  'story.not-writer': { vi: 'Bài đang được viết ở cửa sổ khác. Chữ của cửa sổ này được giữ riêng. Hãy bấm “Viết tiếp ở đây”.', en: 'The story is being written in another window. This window’s text is kept. Choose “Write here”.' },
  'story.read-only': { vi: 'Bài đã duyệt nên chỉ đọc. Không có gì thay đổi. Muốn sửa, hãy trả bài lại.', en: 'The story is approved and can only be read. Nothing has changed. Send it back to edit it.' },
  'story.invalid': { vi: 'Thay đổi này làm hỏng cấu trúc bài ({detail}) nên bị từ chối. Bản đã lưu vẫn nguyên.', en: 'This change would break the story’s structure ({detail}) and was refused. What was saved is safe.' },
  'story.newer': { vi: 'Bài này do một bản Tòa Soạn mới hơn viết. Không có gì bị thay đổi. Hãy cập nhật chương trình.', en: 'This story was written by a newer Tòa Soạn. Nothing has been changed. Update the program.' },
  'version.missing': { vi: 'Không tìm thấy bản đã lưu này. Bài hiện tại vẫn nguyên.', en: 'This saved version can’t be found. The current story is safe.' },
  'import.empty': { vi: '“{name}” không có chữ nào. Không có gì được thêm vào.', en: '“{name}” has no text. Nothing was added.' },
  'import.binary': { vi: '“{name}” không phải tệp văn bản. Không có gì được thêm vào. Hãy chọn tệp .txt mã UTF-8.', en: '“{name}” is not a text file. Nothing was added. Choose a .txt file in UTF-8.' },
  'import.encoding': { vi: '“{name}” không phải chữ Unicode UTF-8. Không có gì được thêm vào. Hãy lưu lại tệp dưới dạng UTF-8.', en: '“{name}” is not Unicode UTF-8 text. Nothing was added. Save the file as UTF-8.' },
  'import.too-large': { vi: '“{name}” lớn hơn {limit} MB. Không có gì được thêm vào.', en: '“{name}” is larger than {limit} MB. Nothing was added.' },
  'import.too-many-lines': { vi: '“{name}” có hơn {limit} dòng. Không có gì được thêm vào. Hãy chia nhỏ ra.', en: '“{name}” has more than {limit} lines. Nothing was added. Split it into smaller parts.' },
  'import.long-line': { vi: '“{name}” có dòng dài hơn {limit} chữ cái. Không có gì được thêm vào. Hãy ngắt thành các đoạn.', en: '“{name}” has a line of more than {limit} letters. Nothing was added. Break it into paragraphs.' },
  'paste.too-much': { vi: 'Chữ định đưa vào quá dài cho một bài: hơn {length} triệu chữ cái, hơn {lines} dòng, hoặc có dòng hơn {line} chữ cái. Bài vẫn nguyên, chưa có gì được đưa vào. Hãy dán từng phần.', en: 'This text is too long for one story: more than {length} million letters, more than {lines} lines, or a line of more than {line} letters. The story is unchanged and nothing was put in. Paste it in parts.' },
  'import.hand-off': { vi: 'Bản này chưa mở được tệp chuyển bài “{name}”. Tệp vẫn nguyên ở chỗ cũ. Hãy nhờ người gửi gửi bài dạng chữ.', en: 'This version can’t open the hand-off file “{name}” yet. The file was left as it was. Ask the sender for the story as text.' },
  'import.kind': { vi: 'Chưa đọc được {names}. Bài không thay đổi vì tệp này. Hãy lưu tệp thành .txt, hoặc mở nó rồi chép chữ sang đây.', en: '{names} can’t be read yet. The story is unchanged by it. Save it as .txt, or open it and copy the text here.' },
  'import.unreadable': { vi: 'Không đọc được “{name}” ({detail}). Không có gì được thêm vào.', en: '“{name}” can’t be read ({detail}). Nothing was added.' },
  'media.type': { vi: 'Tệp này không phải ảnh JPEG, PNG hay WebP. Bài vẫn nguyên. Hãy chọn ảnh khác.', en: 'This file is not a JPEG, PNG or WebP picture. The story is unchanged. Choose another picture.' },
  'media.broken': { vi: 'Ảnh bị hỏng hoặc thiếu dữ liệu. Bài vẫn nguyên. Hãy chép lại ảnh từ máy ảnh.', en: 'The picture is damaged or cut short. The story is unchanged. Copy it from the camera again.' },
  'media.too-large': { vi: 'Ảnh lớn hơn mức cho phép ({limit}). Bài vẫn nguyên. Hãy thu nhỏ ảnh rồi thêm lại.', en: 'The picture is larger than allowed ({limit}). The story is unchanged. Make it smaller and add it again.' },
  'media.missing': { vi: 'Không tìm thấy ảnh gốc trong thư viện. Chú thích vẫn nguyên. Hãy thêm lại ảnh.', en: 'The original picture is not in the library. The caption is safe. Add the picture again.' },
  'person.missing': { vi: 'Không tìm thấy người này trong danh bạ. Các bài không thay đổi.', en: 'This person is not in the directory. Stories are unchanged.' },
  'review.not-allowed': { vi: 'Bài đang ở trạng thái “{status}” nên chưa làm được việc này. Không có gì thay đổi.', en: 'The story is “{status}”, so this step is not possible. Nothing has changed.' },
  'export.failed': { vi: 'Không tạo được bản xuất ({detail}). Không có tệp dở dang nào được để lại.', en: 'The export could not be made ({detail}). No half-made file was left behind.' },
  'export.unwritable': { vi: 'Không ghi được vào “{path}” ({detail}). Bài vẫn nguyên. Hãy chọn thư mục khác.', en: '“{path}” can’t be written ({detail}). The story is safe. Choose another folder.' },
  'export.full': { vi: 'Ổ đĩa đã đầy nên chưa xuất được vào “{path}”. Bài vẫn nguyên, không có tệp dở dang. Hãy giải phóng chỗ trống rồi xuất lại.', en: 'The disk is full, so nothing was exported to “{path}”. The story is safe and no half-made file was left. Free some space and export again.' },
  'destination.missing': { vi: 'Không có nơi gửi “{name}”. Chưa gửi gì ra ngoài.', en: 'There is no destination “{name}”. Nothing was sent.' },
  'destination.exists': { vi: 'Đã có nơi gửi tên “{name}”. Không có gì thay đổi. Hãy đặt tên khác.', en: 'There already is a destination “{name}”. Nothing has changed. Choose another name.' },
  'destination.url': { vi: 'Địa chỉ phải bắt đầu bằng https:// (http:// chỉ dùng cho máy này). Không có gì thay đổi.', en: 'The address must start with https:// (http:// only for this machine). Nothing has changed.' },
  'destination.secret': { vi: 'Mã đăng nhập phải là env:TÊN hoặc file:ĐƯỜNG_DẪN tới tệp chỉ mình bạn đọc được. Không có gì thay đổi.', en: 'The secret must be env:NAME or file:PATH to a file only you can read. Nothing has changed.' },
  'portal.offline': { vi: 'Chưa có mạng tới cổng. Bài an toàn trên máy này và sẽ tự gửi khi có mạng.', en: 'The portal can’t be reached. The story is safe on this machine and will be sent when the network returns.' },
  'portal.sign-in': { vi: 'Cổng không nhận mã đăng nhập. Bài an toàn trên máy này. Hãy nhập lại mã trong Nơi gửi.', en: 'The portal refuses the sign-in. The story is safe on this machine. Enter the token again under Destinations.' },
  'portal.no-secret': { vi: 'Chưa có mã đăng nhập của cổng. Bài an toàn trên máy này. Hãy nhập mã trong Nơi gửi.', en: 'The portal’s token is missing. The story is safe on this machine. Enter it under Destinations.' },
  'portal.not-portal': { vi: 'Địa chỉ này trả về trang web chứ không phải cổng (có thể là trang đăng nhập wifi). Bài an toàn, sẽ thử lại.', en: 'The address answers with a web page, not a portal (perhaps a wifi sign-in page). The story is safe; it will be tried again.' },
  'portal.busy': { vi: 'Cổng đang bận hoặc gặp lỗi. Bài an toàn trên máy này, sẽ tự gửi lại, không đăng trùng.', en: 'The portal is busy or failing. The story is safe on this machine and is sent again by itself, never twice.' },
  'portal.refused': { vi: 'Cổng từ chối bài: {detail}. Bài an toàn trên máy này. Hãy sửa rồi gửi lại.', en: 'The portal refused the story: {detail}. The story is safe on this machine. Mend it and send it again.' },
  'portal.conflict': { vi: 'Bài trên cổng đã được sửa ở nơi khác. Không ghi đè gì cả. Hãy so hai bản trước khi gửi lại.', en: 'The story on the portal was changed elsewhere. Nothing was overwritten. Compare both before sending again.' },
  'portal.different': { vi: 'Đọc lại từ cổng thấy khác bản đã gửi. Bài an toàn trên máy này. Hãy kiểm tra trang đã đăng.', en: 'Read back from the portal, the story differs from what was sent. It is safe on this machine. Check the published page.' },
  'portal.certificate': { vi: 'Chứng chỉ của cổng không đáng tin, hoặc đồng hồ máy này sai. Chưa gửi gì. Bài an toàn, sẽ thử lại. Hãy xem lại ngày giờ và địa chỉ.', en: 'The portal’s certificate is not trusted, or this machine’s clock is wrong. Nothing was sent. The story is safe and will be tried again. Check date, time and address.' },
  'portal.sample': { vi: 'Không mở được Cổng mẫu trên máy này ({detail}). Các bài vẫn nguyên. Hãy thử lại.', en: 'The sample portal can’t be started on this machine ({detail}). Stories are unchanged. Try again.' },
  'publish.not-ready': { vi: 'Bài chưa đủ để đăng. Còn phải sửa: {missing}. Chưa gửi gì ra ngoài.', en: 'The story is not ready. To mend: {missing}. Nothing was sent.' },
  'publish.not-approved': { vi: 'Bài chưa được duyệt nên chưa đăng được. Chưa gửi gì ra ngoài.', en: 'The story is not approved and can’t be published. Nothing was sent.' },
  'publish.stale': { vi: 'Bài vừa thay đổi sau khi bạn xem. Chưa gửi gì ra ngoài. Hãy xem lại rồi đăng.', en: 'The story changed after you looked at it. Nothing was sent. Look again and publish.' },
  'job.missing': { vi: 'Không có việc gửi này trong hộp gửi. Không có gì thay đổi.', en: 'There is no such item in the outbox. Nothing has changed.' },
  'job.replaced': { vi: 'Bản mới hơn của bài này đã gửi hoặc đang chờ gửi, nên không gửi bản này nữa. Không có gì thay đổi.', en: 'A newer text of this story is sent or on its way, so this one is not sent any more. Nothing has changed.' },
  'job.too-late': { vi: 'Bài đã lên cổng nên không hủy được nữa.', en: 'The story is already on the portal and can’t be cancelled any more.' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

export type ErrorCode = keyof typeof errorCatalogue;
export const ErrorCode = z.enum(Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]);

/** A failure as it crosses the wire. */
export const WireError = z.object({ code: ErrorCode, params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type WireError = z.infer<typeof WireError>;

export const wireError = (code: ErrorCode, params: WireError['params'] = {}): WireError => ({ code, params });

type Words = Readonly<Record<string, { readonly vi: string; readonly en: string }>>;

/** Parameters that travel as codes, several with commas between, and what a reporter calls them. Codes of `missing` are those of readiness. */
const wordsOf: Readonly<Record<string, Words>> = {
  missing: {
    headline: { vi: 'tít', en: 'headline' },
    dateline: { vi: 'dòng đầu tin', en: 'dateline' },
    date: { vi: 'ngày của bài', en: 'story date' },
    byline: { vi: 'bút danh', en: 'byline' },
    placeholders: { vi: 'chỗ trống [?]', en: '[?] to fill in' },
    'figure-photo': { vi: 'ảnh gốc không còn trong thư viện', en: 'a photo that is no longer in the library' },
    'figure-caption': { vi: 'chú thích ảnh', en: 'captions' },
    'figure-alt': { vi: 'mô tả alt của ảnh', en: 'alt text' },
    attendees: { vi: 'chức danh người dự', en: 'attendees’ titles' },
    approved: { vi: 'chưa duyệt', en: 'approval' },
    body: { vi: 'nội dung', en: 'text' },
  },
  status: {
    draft: { vi: 'Bản nháp', en: 'Draft' },
    submitted: { vi: 'Chờ duyệt', en: 'Submitted' },
    sent_back: { vi: 'Trả lại', en: 'Sent back' },
    approved: { vi: 'Đã duyệt', en: 'Approved' },
    published: { vi: 'Đã đăng', en: 'Published' },
  },
};

/** A code that has no words is shown as it is: better than nothing. */
const said = (name: string, value: string | number, language: 'vi' | 'en'): string => {
  const words = wordsOf[name];
  return words === undefined ? String(value) : String(value).split(',').map((code) => words[code]?.[language] ?? code).join(', ');
};

/** The sentence for the reporter. A parameter that is missing leaves its name visible rather than a hole. */
export const errorSentence = (error: WireError, language: 'vi' | 'en'): string =>
  errorCatalogue[error.code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = error.params[name];
    return value === undefined ? whole : said(name, value, language);
  });
