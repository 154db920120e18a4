import { phraseTable } from '#core/vietnamese/phrase-table.ts';

/**
 * Phrases whose words are never the beginning of a person's name. They stop a name that would otherwise begin inside
 * them (`Thành Đoàn` is not a family name Đoàn).
 */
export const ORGANISATION_PHRASES = phraseTable(
  'bộ chính trị|ban bí thư|trung ương đảng|t.ư đảng|tw đảng|trung ương đoàn|t.ư đoàn|tw đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|thị đoàn|quận đoàn|đoàn đbqh|đoàn đại biểu|đoàn thanh niên|đoàn khối|đoàn công tác|đoàn giám sát|đoàn tncs|đoàn tncs hồ chí minh|đoàn tncs hcm|tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|trung ương|ban chấp hành|ban thường vụ|thường vụ|thường trực|quốc hội|chính phủ|nhà nước|đảng cộng sản|mặt trận tổ quốc|hội đồng|ủy ban|văn phòng|liên đoàn|công đoàn|liên hiệp|quân khu|quân đoàn|quân chủng|hải quân|bộ đội|công an|cảnh sát|đồng chí|đảng|nhân dân|hội nghị|đại hội|tổng công ty|công ty|tập đoàn|đông nam bộ|tây nam bộ|đông nam á|đông á|thái bình dương|châu á|châu âu|châu phi|châu mỹ|châu đại dương|la hán|bác hồ|phật giáo|phật tử|hồng quân|kim ngạch|thái lan|kinh tế|văn hóa|dương lịch|cao cấp|cao đẳng|cao học|an ninh|an toàn|hoàng gia|hoàng thành|từ trái|từ phải|ông bà|hình sự|hải quan|mai táng|vàng bạc|hồ sơ|lý luận|cầm quyền|đồng bào|lương thực|lâm nghiệp|lao động|đào tạo|dân tộc|đinh lăng|cao su|la liga|quảng trường|châu lục|phương đông|giang hồ|đường sắt|đường bộ|kim loại|danh dự|phó thủ tướng',
);

/** First words of an organisation: a comma before one does not end a title (`chuyên gia kinh tế, Bộ Ngoại giao`). */
export const ORGANISATION_HEADS = phraseTable(
  'bộ|sở|ban|vụ|cục|tổng cục|chi cục|viện|trường|học viện|đại học|khoa|phòng|công ty|tổng công ty|tập đoàn|hội|hội đồng|ủy ban|ubnd|hđnd|tòa án|bộ tư lệnh|bộ chỉ huy|quân khu|quân đoàn|quân chủng|trung tâm|bệnh viện|đài|báo|tạp chí|liên đoàn|liên hiệp|ngân hàng|nhà máy|văn phòng|cơ quan|đại sứ quán|tổng lãnh sự quán|chương trình|dự án|trung đoàn|sư đoàn|lữ đoàn|hạm đội|vùng|đoàn|chi nhánh|nhà xuất bản|nxb|hiệp hội|câu lạc bộ|clb|quỹ|htx|hợp tác xã|hội đồng nhân dân|thanh tra|công an|tổ chức',
);

/** Nouns that a place name follows: the one or two words after them are a place. */
export const AREA_NOUNS = phraseTable(
  'tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|thành phố|tp|tx|tt|thôn|bản|làng|ấp|khóm|khu phố|tổ dân phố|buôn|buôn làng|bang|thủ đô|vùng|đảo|quần đảo|sông|núi|đèo|vịnh|cảng|ga|sân bay|cửa khẩu|khu vực|cộng hòa|vương quốc|liên bang|châu|ga tàu|chợ|đồi|suối|thác|bãi biển|tổng|cụm công nghiệp|khu công nghiệp|khu kinh tế|thủy điện|kcn|ccn|xóm|mường|hòn|mũi|biển|hồ|điểm cầu|đầu cầu',
);

/** Nouns that carry a person's name as their own: what follows is no person at all. */
export const NAMESAKE_NOUNS = phraseTable(
  'đường|phố|đại lộ|quảng trường|trường|trường thpt|trường thcs|trường tiểu học|thpt|thcs|tiểu học|mầm non|trường mầm non|đại học|trường đại học|cao đẳng|học viện|trung học|trung học phổ thông|trung học cơ sở|thpt chuyên|trường chuyên|giải|giải thưởng|học bổng|quỹ|quỹ học bổng|huân chương|danh hiệu|bảo tàng|nhà hát|nhà thờ|nhà lưu niệm|khu lưu niệm|khu di tích|di tích|công viên|cầu|chùa|đền|đình|miếu|lăng|tượng|tượng đài|nghĩa trang|bệnh viện|thư viện|sân vận động|nhà thi đấu|trung tâm|nhà máy|thủy điện|công ty|công ty tnhh|công ty tnhh mtv|công ty cổ phần|công ty cp|tổng công ty|ctcp|công ty tnhh một thành viên|tnhh|hãng hàng không|tập đoàn|ngân hàng|hãng|tàu|giải phóng|chiến khu|đội|trung đoàn|sư đoàn|đại đoàn|đoàn tncs|chi bộ|chi đoàn|liên đội|công trường|câu lạc bộ|clb|chiến dịch|tư tưởng|đạo đức|phong cách|cup|cúp|ban nhạc|dàn nhạc|nhóm nhạc|hợp tác xã|htx|doanh nghiệp|nhà xuất bản|phim|vở|tác phẩm|bài hát|bài thơ|ca khúc|khách sạn|chương trình|dự án|thương hiệu|festival|thành cổ|đô thị|chung cư|khu đô thị|trại|đội thiếu niên|đội tntp|mang tên|lấy tên',
);

/** Nouns of what is being reported: a clause that begins with one is not about a person or a body. */
export const EVENT_NOUNS = phraseTable(
  'hội nghị|hội thảo|hội thi|hội trại|hội đàm|hội diễn|đại hội|buổi|buổi lễ|lễ|cuộc|cuộc họp|chương trình|festival|liên hoan|tọa đàm|phiên|phiên họp|kỳ họp|diễn đàn|sự kiện|lớp|giải|các đại biểu|đại biểu|các bên|hai bên|đoàn|đoàn công tác|hội đồng thẩm định|tập đoàn|công ty|ngân hàng|ubnd|ban tổ chức',
);

/** Words of company names: a run of capitals that holds one is no person. */
export const COMPANY_WORDS = new Set(
  'group corp corporation holdings bank land airlines pharma media company jsc ltd co inc plc gmbh software electronics vina vietnam hotel resort university college institute foundation international global asia tv online club fc united cup league tours travel education school'.split(' '),
);
