import { phraseTable } from '#core/vietnamese/phrase-table.ts';

/** First words of a picture's description. */
export const SCENES = phraseTable(
  'quang cảnh|toàn cảnh|khung cảnh|cảnh|phối cảnh|hình ảnh|một góc|một tiết mục|tiết mục|các tiết mục|màn|các đại biểu|đại biểu|đông đảo|đoàn|các đoàn|khối|các khối|nghi thức|các đồng chí|các cán bộ|các chiến sĩ|các nữ|các em|các học sinh|học sinh|lãnh đạo|các lãnh đạo|đại diện|ban chấp hành|ban tổ chức|bà con|người dân|nhân dân|các hộ|cán bộ|chiến sĩ|lực lượng|không khí|các vị|các gia đình|các tân|các cá nhân|các tập thể|tập thể|các thí sinh|thí sinh|các vận động viên|thành viên|các thành viên|các đơn vị|các đội|từ trái sang|từ trái qua|từ phải sang|từ phải qua|mô hình|gian hàng|ảnh',
);

/** What people do in pictures. */
export const PICTURE_VERBS = phraseTable(
  'phát biểu|trao|tặng|tặng hoa|tặng quà|trình bày|báo cáo|kiểm tra|thăm|đến thăm|tham quan|thăm quan|chụp|giao lưu|thực hiện|cam kết|trao đổi|cắt băng|dâng hương|dâng hoa|bắt tay|ôn lại|đọc|chúc mừng|đón|tiếp|thắp hương|gắn|khảo sát|ký|ký kết|ra mắt|truyền đạt|trả lời|tiếp xúc|đánh trống|đánh cồng|bấm nút|khởi công|gióng|động viên|chia vui|thả|trồng|trồng cây|trao quà|trao tặng|nhận|đón nhận|tuyên thệ|biểu quyết|bỏ phiếu|kết luận|khai mạc|bế mạc|công bố|diễu|biểu diễn|tham gia|tham dự|dự|làm việc|thảo luận|đối thoại|giới thiệu|chủ trì|điều hành|thị sát|chỉ đạo|gặp mặt|gặp gỡ|hội đàm|vui mừng|bày tỏ|tham luận|trao bằng|viếng|đặt vòng hoa|xem|hướng dẫn|quán triệt|phát động|tặng cờ|ghi sổ tang|ghi sổ lưu niệm|ghi lưu bút|ghi sổ vàng|duyệt đội danh dự|nâng cốc|vẫy chào',
);

/** Predicates of running text: a sentence with one of them tells, it does not describe a picture. */
export const TELLING_VERBS = phraseTable(
  'cho biết|cho rằng|cho hay|khẳng định|nhấn mạnh|đề nghị|yêu cầu|lưu ý|thừa nhận|nhận định|nhận xét|nêu rõ|đánh giá|ghi nhận|rằng|tuyên bố|kêu gọi|đã|sẽ|cũng|tin tưởng|mong muốn|đánh giá cao|biểu dương|chia sẻ|hy vọng|nói|theo đó|từ đó|ngoài ra|được biết',
);

/** Words that open a paragraph of running text, never a caption. */
export const PARAGRAPH_OPENERS = phraseTable(
  'sáng|trưa|chiều|tối|đêm|ngày|tại|theo|trong|phát biểu|sau|trước|cùng|dự|về phía|tham dự|đến dự|tới dự|về dự|nhân|để|với|cũng|được biết|thay mặt|bên cạnh|ngoài|ngoài ra|đặc biệt|tiếp|tiếp đó|tiếp theo|mặc dù|hội nghị|đại hội|chương trình|kết luận|kết thúc|dịp này|qua|từ|do|vì|nếu|đó|đây|như|khi|hiện|hiện nay|năm|là|việc|những|nhiều|có|cùng với|vừa qua|mở đầu|thời gian|buổi|đồng thời|cuối|ông cho|đối với|tính|trải qua|không|đánh giá|đọc|tham gia|có mặt|chủ trì|gần|hôm|chuẩn bị|ngay|thông qua|tất cả|mới|bước|để|vào|khoảng|đáp|trên|xác định|nói|báo cáo|thực hiện|căn cứ|phấn đấu|trao đổi',
);
