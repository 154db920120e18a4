import { phraseTable } from '#core/vietnamese/phrase-table.ts';

/** Leading the event. */
export const CHAIR_VERBS = phraseTable('chủ trì|đồng chủ trì|chủ tọa|đồng chủ tọa|điều hành|chủ trì và|làm chủ tọa|chủ tế|chủ lễ|chủ sám');

/** Saying something at the event, or about it on behalf of a body. */
export const SPEECH_VERBS = phraseTable(
  'phát biểu|có bài phát biểu|có ý kiến|đọc|trình bày|báo cáo|truyền đạt|quán triệt|tham luận|nhấn mạnh|cho biết|cho hay|cho rằng|khẳng định|lưu ý|đề nghị|yêu cầu|đánh giá|ghi nhận|biểu dương|bày tỏ|cảm ơn|cám ơn|gửi lời|gửi tới|gửi đến|nêu|nêu rõ|nói|thông tin|thông báo|tuyên bố|chia sẻ|nhận xét|nhận định|kêu gọi|giải thích|phân tích|kiến nghị|đề xuất|gợi mở|gợi ý|ôn lại|thừa nhận|trả lời|tin tưởng|mong muốn|mong|hoan nghênh|chúc mừng|trao đổi|kết luận|tóm tắt|giới thiệu|điểm lại|thống nhất|hứa|nguyện|cam kết|dẫn chứng|đề cập|nhắc nhở|nhắc lại|chỉ rõ|chỉ ra|xác nhận|làm rõ|giải trình|tiếp thu|phổ biến|khai mạc|bế mạc|phát động|thay mặt|chân thành|nhiệt liệt|trân trọng|kỳ vọng|cho hay|giao nhiệm vụ|quyết nghị|căn dặn|động viên|tri ân|tỏ|đáp từ|phản ánh|giãi bày|khuyến nghị|xin|vui mừng|hy vọng|nhìn nhận|góp ý|tâm sự|hồi đáp|đặt vấn đề|chất vấn|lý giải|thẳng thắn|quả quyết',
);

/** Being there or doing something at the event. */
export const PRESENCE_VERBS = phraseTable(
  'dự|tham dự|đến dự|tới dự|về dự|cùng dự|có mặt|tham gia|tiếp|tiếp đón|đón|đón tiếp|tiếp xúc|làm việc|gặp|gặp gỡ|gặp mặt|hội đàm|hội kiến|trao|trao tặng|tặng|tặng hoa|tặng quà|trao quà|nhận|đón nhận|thăm|đến thăm|thăm hỏi|tham quan|thăm quan|kiểm tra|khảo sát|thị sát|cắt băng|thực hiện|dâng hương|dâng hoa|đặt vòng hoa|thắp hương|chụp ảnh|ký|ký kết|công bố|ra mắt|giao lưu|chứng kiến|chỉ đạo|dẫn đầu|làm trưởng đoàn|dẫn|nghe|bắt tay|tiến hành|triển khai|xem|trò chuyện|đánh trống|đánh cồng|gióng|bấm nút|khởi công|khánh thành|tiếp rước|rước|khen thưởng|biểu quyết|bỏ phiếu|gắn|trồng|trồng cây|hướng dẫn|đối thoại|tổ chức|chúc tết|viếng|đi|xuất phát|cùng',
);

/** Words that end a title because a predicate or another part of the sentence begins. Lower case only. */
export const TITLE_STOPS = phraseTable(
  'đã|sẽ|đang|cũng|vừa|được|bị|khi|nhằm|để|với|cho|từ|theo|do|nên|nếu|tuy|nhưng|mà|thì|sau|trước|trong|ngoài|qua|tới|đến|có|còn|cùng|làm|là|trên|dưới|hoặc|gồm|bên|như|vào|lên|xuống|lần lượt|chính thức|long trọng|trân trọng|nhiệt liệt|chân thành|vui mừng|xúc động|thân mật|phấn khởi|ân cần|bày tỏ|đồng thời|khẩn trương|cảm động|thay|tại buổi|tại hội nghị|tại lễ|tại đại hội|tại cuộc|tại phiên|tại đây|tại chương trình|tại hội thảo|tại tọa đàm|tại kỳ họp|rằng|thôi|nghỉ|mong|giữ|thuộc diện|bấm|gửi|vắng mặt|từ trần|qua đời|hy sinh|tại sự kiện|trực tiếp',
);

/** Openers of an attendance block and the verbs that end one (`…, X, Y cùng tới dự`). */
export const ATTEND_VERBS = phraseTable(
  'dự|tham dự|đến dự|tới dự|về dự|cùng dự|đến tham dự|tới tham dự|về tham dự|cùng tham dự|có mặt|đến|cùng đến dự|đồng dự|góp mặt|tham gia',
);

/** Words before a name that say the person is not there: dead, honoured, decided about, far away. */
export const ABSENCE_BEFORE = phraseTable(
  'cố|anh linh|linh cữu|hương hồn|sinh thời|tưởng nhớ|tưởng niệm|truy tặng|truy điệu|lăng|di ảnh|viếng|quê hương của|gia đình|hộ gia đình|hộ|nhà|thay mặt cho|thừa ủy quyền của|thừa ủy quyền|ủy quyền của|theo ủy quyền của|sự ra đi của|chuyến thăm của|lẵng hoa của|thư của|điện của|vắng mặt|nhà của|mộ|chân dung|về việc|đối với trường hợp|hộ ông|hộ bà|liệt sĩ|liệt sỹ|mẹ việt nam anh hùng|thương binh|bệnh binh|lấy tên|mang tên|được đặt tên|của chủ tịch hồ chí minh|bị can|bị cáo|chí sĩ|nghĩa quân|lãnh tụ|danh nhân|anh hùng dân tộc|vua|tướng quân|nhà bác học|nhà cách mạng|nạn nhân|đối tượng|tác giả|nhân vật|con trai|con gái',
);

/** Words before a name that a decision is about; as with {@link DECIDED_AFTER}, the person may be there. */
export const DECIDED_BEFORE = phraseTable('bầu|bổ nhiệm|điều động|phân công|chỉ định|luân chuyển|giới thiệu nhân sự');

/** Words after a name that a decision is about: the person may be there to receive it. */
export const DECIDED_AFTER = phraseTable('được bầu|được bầu làm|trúng cử|được bổ nhiệm|được điều động|được phân công|được chỉ định|được tặng|được truy tặng|được tín nhiệm');

/** Words after a name that say the same. */
export const ABSENCE_AFTER = phraseTable(
  'gửi lẵng hoa|đã gửi lẵng hoa|gửi hoa|gửi thư|gửi điện|gửi thư chúc mừng|vắng mặt|thôi giữ chức|thôi nhiệm vụ|thôi làm|thôi|từ trần|qua đời|hy sinh|nghỉ hưu|ủy quyền|nguyên quán|sinh năm|bị bắt|bị khởi tố|không dự|không tham dự|không thể|sẽ thăm|sẽ đến|sẽ có|hoãn|trả lời phỏng vấn|trả lời báo chí',
);
